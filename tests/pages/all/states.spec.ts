import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { TestBrowser, WIDTHS, type Device } from '../src/browser.js';
import { addressOf, EMPTY_COOP, openEmptyCoop, openFullExample, type Sought } from '../src/full-example.js';
import { COOP, PASSWORD, signIn } from '../src/people.js';
import { screens, type Screen } from '../src/screens.js';
import { faultsOf } from '../src/seen.js';
import { settled } from '../src/settled.js';

/** So many devices look at once. */
const AT_ONCE = 3;
/** So many screens are looked at in one test. */
const GROUP = 10;
const UNREACHABLE = 'No hay línea con la oficina';
const AWAY = 'Una parte del sistema no responde';
const REFUSED = 'No se pudo';
const KEPT = /^Datos del/;

const all = await screens();
/** The screens by tens, each ten by the addresses of its first and its last. */
const groups = Array.from({ length: Math.ceil(all.length / GROUP) }, (_, at): [string, readonly Screen[]] => {
  const group = all.slice(at * GROUP, (at + 1) * GROUP);
  return [`${group.at(0)?.path} to ${group.at(-1)?.path}`, group];
});

let system: SystemProcess;
let browser: TestBrowser;
let sought: Sought;
/** What each screen asks, as it was seen when it was full. */
const asked = new Map<string, Set<ServiceName>>();

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  sought = await openFullExample(system);
  const empty = await openEmptyCoop(system);
  await empty.get('/api/members/v1/coop');
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

/** Who may come to a screen, of those whom the example has. */
const userOf = ({ roles }: Screen): string =>
  roles !== undefined && roles.every((role) => role === 'member') ? 'socia' : 'martina';

/** What is wrong with what a device shows, at both widths. */
async function faultsAtBoth(device: Device, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, pixels] of Object.entries(WIDTHS)) {
    await device.page.setViewportSize({ width: pixels, height: 800 });
    faults.push(...(await faultsOf(device, `${name}-${width}`)));
  }
  return faults;
}

const nameOf = (state: string, { path }: Screen): string => `${state}${path.replaceAll(/[/:]+/g, '-')}`;

type Visit = (device: Device, screen: Screen) => Promise<string[]>;

/** Devices of one state, each with who signed in on it: what a device has read in one state it must not have in the next. */
class Devices {
  private readonly opened = new Map<string, Promise<Device>>();

  of(lane: number, user: string, coop: string): Promise<Device> {
    const name = `${lane} ${user}`;
    const device = this.opened.get(name) ?? this.open(user, coop);
    this.opened.set(name, device);
    return device;
  }

  async close(): Promise<void> {
    for (const device of this.opened.values()) await (await device).close();
  }

  private async open(user: string, coop: string): Promise<Device> {
    const device = await browser.device(system.url, 'laptop');
    await signIn(device, user, coop);
    return device;
  }
}

/** Has every screen visited by who may come to it: a few in each test, so that none of them takes long. */
function everyScreen(
  visit: Visit,
  { coop = COOP, among = () => true }: { coop?: string; among?: (screen: Screen) => boolean } = {},
): void {
  const devices = new Devices();
  afterAll(() => devices.close());
  test.each(groups)('%s', async (_, group) => {
    const faults: string[] = [];
    const next = group.filter(among).values();
    const work = async (lane: number): Promise<void> => {
      for (const screen of next) {
        const device = await devices.of(lane, coop === COOP ? userOf(screen) : 'martina', coop);
        // what the screen before still asks is not asked by this one
        await device.page.goto('about:blank');
        const wrong = await visit(device, screen).catch((error: unknown) => [`${screen.path}: ${String(error)}`]);
        faults.push(...wrong);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_nobody, lane) => work(lane)));
    expect(faults).toEqual([]);
  });
}

const says = async ({ page }: Device, ...texts: (string | RegExp)[]): Promise<boolean> => {
  for (const text of texts) if ((await page.getByText(text).count()) > 0) return true;
  return false;
};

describe('every screen, full, fits both widths, bars nobody, and nothing on it is refused:', () => {
  everyScreen(async (device, screen) => {
    const services = new Set<ServiceName>();
    const refused: string[] = [];
    const note = (response: { url(): string; status(): number }): void => {
      const { pathname } = new URL(response.url());
      const service = SERVICES.find((name) => pathname.startsWith(`/api/${name}/`));
      if (service !== undefined) services.add(service);
      if (response.status() >= 400 && response.status() !== 401) refused.push(`${response.status()} ${pathname}`);
    };
    device.page.on('response', note);
    await device.page.goto(addressOf(screen.path, sought));
    await settled(device);
    device.page.off('response', note);
    asked.set(screen.path, services);
    return [
      ...(await faultsAtBoth(device, nameOf('full', screen))),
      ...refused.map((answer) => `${screen.path}: ${answer}`),
    ];
  });
});

describe('every screen, empty, says what belongs there:', () => {
  everyScreen(
    async (device, screen) => {
      await device.page.goto(screen.path);
      await settled(device);
      const text = await device.page.getByRole('main').innerText();
      return [
        ...(await faultsAtBoth(device, nameOf('empty', screen))),
        ...(text.length < 30 ? [`${screen.path}: says only «${text}»`] : []),
        ...((await says(device, REFUSED, AWAY)) ? [`${screen.path}: something is refused where there is nothing`] : []),
      ];
    },
    { coop: EMPTY_COOP, among: (screen) => !screen.path.includes(':') && userOf(screen) === 'martina' },
  );
});

describe.each(SERVICES)('with %s away, every screen that asks it says so, and shows the rest:', (service) => {
  everyScreen(
    async (device, screen) => {
      const { page } = device;
      // who is signed in, and whether the books are an example, is asked around every page
      const isFrame = (url: URL): boolean => /\/sessions\/browser\/|\/setup$/.test(url.pathname);
      let count = 0;
      // as the address in front answers for a service whose process is gone
      await page.route(
        (url) => url.pathname.startsWith(`/api/${service}/`) && !isFrame(url),
        (route) => {
          count += 1;
          const body = { type: 'about:blank', status: 503, code: 'not-ready', detail: 'El sistema está ocupado.' };
          return route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(body) });
        },
      );
      await page.goto(addressOf(screen.path, sought));
      await settled(device);
      // each screen is away five times: one width, the narrow one, tells enough
      await page.setViewportSize({ width: WIDTHS.phone, height: 800 });
      const faults = await faultsOf(device, nameOf(`${service}-away`, screen));
      const isTold = count === 0 || (await says(device, AWAY, UNREACHABLE, KEPT));
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      return [...faults, ...(isTold ? [] : [`${screen.path}: says nothing of ${service} being away`])];
    },
    // where it was not seen full, it is looked at all the same
    { among: ({ path }) => asked.get(path)?.has(service) ?? true },
  );
});

describe('every screen shows why it is refused, where the system refuses what it asks:', () => {
  let token: string;

  // a token does not last as long as all of them take
  beforeEach(async () => {
    const session = await fetch(`${system.url}/api/members/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ coop: COOP, user: 'programa', password: PASSWORD }),
    });
    const answer: unknown = await session.json();
    expect(answer).toMatchObject({ token: expect.any(String) });
    token = String(Object(answer).token);
  });

  everyScreen(async (device, screen) => {
    const { page } = device;
    const refused: string[] = [];
    const note = (response: { url(): string; status(): number }): void => {
      if (response.status() === 403) refused.push(new URL(response.url()).pathname);
    };
    page.on('response', note);
    // a program may read no books: the system itself refuses what the page asks
    await page.route(
      (url) => url.pathname.startsWith('/api/') && !/\/sessions\/|\/setup$/.test(url.pathname),
      (route) => route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
    );
    await page.goto(addressOf(screen.path, sought));
    await settled(device);
    const faults = await faultsAtBoth(device, nameOf('refused', screen));
    const isTold = refused.length === 0 || (await says(device, REFUSED));
    page.off('response', note);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    return [...faults, ...(isTold ? [] : [`${screen.path}: does not say that ${refused.join(', ')} was refused`])];
  });
});

describe('every screen without a line says so, and keeps what it can:', () => {
  everyScreen(async (device, screen) => {
    const { page } = device;
    await page.goto(addressOf(screen.path, sought));
    await settled(device);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // a browser that is only told to be without a line says so to no page that opens meanwhile
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !sessionStorage.getItem('no-line') }),
    );
    await page.evaluate(() => sessionStorage.setItem('no-line', 'yes'));
    await device.context.setOffline(true);
    try {
      await page.reload();
      await settled(device);
      const isTold = await says(device, /Sin señal|sin señal|No hay línea|no hay línea/);
      return [
        ...(await faultsAtBoth(device, nameOf('offline', screen))),
        ...(isTold ? [] : [`${screen.path}: does not say that there is no line`]),
      ];
    } finally {
      await page.evaluate(() => sessionStorage.removeItem('no-line'));
      await device.context.setOffline(false);
    }
  });
});
