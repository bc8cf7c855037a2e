import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { TestBrowser, type Device } from '../src/browser.js';
import { addressOf, openFullExample, type Sought } from '../src/full-example.js';
import { signIn } from '../src/people.js';
import { screens, type Screen } from '../src/screens.js';
import { settled } from '../src/settled.js';

const NOT_FOUND = 'Esta página no existe';
/** Who holds which office in the example. */
const HOLDERS = {
  presi: ['president'],
  tesora: ['treasurer'],
  irene: ['manager'],
  sabina: ['seller'],
  socia: ['member'],
  programa: ['integrator'],
  martina: ['president', 'treasurer', 'manager'],
} as const;

let system: SystemProcess;
let browser: TestBrowser;
let sought: Sought;
let all: readonly Screen[];

beforeAll(async () => {
  [system, browser, all] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start(), screens()]);
  sought = await openFullExample(system);
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

/** What a page asked that this user may not ask. */
function forbiddenOn(device: Device): string[] {
  const forbidden: string[] = [];
  device.page.on('response', (response) => {
    if (response.status() === 403) forbidden.push(new URL(response.url()).pathname);
  });
  return forbidden;
}

test.each(Object.entries(HOLDERS))(
  '%s comes to the addresses of her offices alone, and on them asks nothing that she may not',
  async (user, roles: readonly string[]) => {
    const device = await browser.device(system.url, 'laptop');
    const { page } = device;
    await signIn(device, user);
    const forbidden = forbiddenOn(device);
    const wrong: string[] = [];
    for (const screen of all) {
      const may = screen.roles === undefined || screen.roles.some((role) => roles.includes(role));
      await page.goto(addressOf(screen.path, sought));
      await settled(device);
      const isThere = (await page.getByRole('heading', { name: NOT_FOUND }).count()) === 0;
      if (isThere !== may) wrong.push(`${screen.path} is ${may ? 'not hers, though it should be' : 'hers'}`);
      wrong.push(...forbidden.splice(0).map((path) => `${screen.path} asks ${path}, which she may not`));
    }
    expect(wrong).toEqual([]);

    // the menu leads to pages that are hers, each of them
    const links = page.getByRole('navigation').getByRole('link');
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of new Set(addresses)) {
      const screen = all.find(({ path }) => path === address);
      const may = screen !== undefined && (screen.roles?.some((role) => roles.includes(role)) ?? true);
      expect([address, may]).toEqual([address, true]);
    }
    await device.close();
  },
);
