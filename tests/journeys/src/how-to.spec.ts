import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@ayni/api-client/client';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { Demo } from './how-to/demo.js';
import { changeByHand, parkOddSale } from './how-to/hands-in-the-books.js';
import { commandsOf, type Command } from './how-to/page.js';
import { Reader } from './how-to/reader.js';
import { Shell } from './how-to/shell.js';
import { operate } from './operate.js';

const PASSWORD = 'lluvia buena en agosto';
const LANGUAGES = ['es', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** The system that pages are followed on: the demo's, whose co-op they take for their examples. */
let books: string;
let demo: Demo;
const shells: Shell[] = [];
const started: SystemProcess[] = [];

beforeAll(async () => {
  books = testFolder();
  demo = await Demo.start(books);
});

afterAll(async () => {
  await demo.stop();
});

afterEach(async () => {
  for (const shell of shells.splice(0)) shell.close();
  for (const system of started.splice(0)) await system.remove();
});

/** What is a reader's own: her co-op, where her system and its books are, and what else she puts in. */
type Own = { readonly coop?: string; readonly folder?: string; readonly put?: (typed: string) => string };

/** Somebody with a terminal of her own, in a folder of her own. */
function reader({ coop = demo.coop, folder = books, put = (typed) => typed }: Own = {}): Reader {
  const place = testFolder();
  mkdirSync(place, { recursive: true });
  const shell = Shell.open(place, { AYNI_DATA: folder, AYNI_LANG: '' });
  shells.push(shell);
  let url = demo.url;
  let setupCode = '';
  const own = (typed: string): string =>
    typed
      .replaceAll('http://127.0.0.1:4500', url)
      .replaceAll('XXXXX-XXXXX-XXXXX-XXXXX', setupCode)
      .replaceAll('"coop":"chacoma"', `"coop":"${coop}"`)
      .replaceAll(/(?<="password":"|^(?:entrar|signin) \w+ ')…(?=["'])/g, PASSWORD)
      .replaceAll('/tmp/', `${place}/`);
  const start = async (data: string): Promise<string> => {
    const system = await SystemProcess.start({ form: 'laptop', folder: data });
    started.push(system);
    url = system.url;
    if (system.isNew) setupCode = system.setupCode;
    return url;
  };
  return new Reader(
    shell,
    (typed) => put(own(typed)),
    (typed) => {
      if (typed === 'npm run demo') return Promise.resolve(demo.output);
      const [isStart, data] = /^npm start(?: -- --data (\S+) --port \d+)?$/.exec(typed) ?? [];
      return isStart === undefined ? undefined : start(data ?? folder);
    },
  );
}

async function makeCoop(code: string): Promise<void> {
  const words = ['coop', 'create', '--code', code, '--name', `Productoras de ${code}`, '--user', 'martina'];
  expect(await operate([...words, '--data', books], `${PASSWORD}\n`)).toMatchObject({ status: 0 });
}

/** The first user of the demo's co-op, who has every office. */
const treasurer = (): Promise<{ name: string; password: string }> => officer('treasurer');

async function officer(name: 'treasurer' | 'president'): Promise<{ name: string; password: string }> {
  const people = jsonOf(await readFile(join(books, 'demo.json'), 'utf8'));
  return { name, password: String(fieldOf(people, name)) };
}

/** Names somebody in the demo's co-op, with her own password already; whoever holds an office, a second one confirms. */
async function nameUser(user: { name: string; roles: readonly string[]; member?: string }): Promise<void> {
  const as = async (one: 'treasurer' | 'president'): Promise<Client> => {
    const { name, password } = await officer(one);
    return new Client(demo.url, { coop: demo.coop, user: name, password });
  };
  const first = await as('treasurer');
  await first.post('/api/members/v1/users', { rows: [{ ...user, password: 'only to begin' }] });
  if ((await first.get('/api/members/v1/waiting-changes')).field('items').list.length > 0)
    await (await as('president')).post(`/api/members/v1/waiting-changes/${user.name}/confirmation`, {});
  await first.takingUp(user.name, 'only to begin', PASSWORD);
}

const page = (name: string): string => `docs/how-to/${name}.md`;
const under = (heading: RegExp, commands: readonly Command[]): Command[] =>
  commands.filter((command) => heading.test(command.under));
/** What the pages for people begin with. */
const beginning = (language: Language): Command[] =>
  under(/^(?:Antes de empezar|Before you begin)$/, commandsOf(page('by-commands'), language));

describe('a page says what comes', () => {
  test("the README's, from the demo to a co-op of one's own", async () => {
    const commands = commandsOf('README.md').filter(({ text }) => !/^npm ci|^docker |^npm run cluster/.test(text));
    expect(commands.length).toBe(3);
    await reader({ folder: testFolder() }).follow(commands);
  });

  test("the manager's and then the treasurer's, in Spanish", async () => {
    await makeCoop('huanca');
    const martina = reader({ coop: 'huanca' });
    await martina.follow([...beginning('es'), ...commandsOf(page('by-commands-manager'), 'es')]);
    await martina.follow([...beginning('es'), ...commandsOf(page('by-commands-treasurer'), 'es')]);
  });

  test("the manager's, in English", async () => {
    await makeCoop('mamani');
    await reader({ coop: 'mamani' }).follow([...beginning('en'), ...commandsOf(page('by-commands-manager'), 'en')]);
  });

  test("the treasurer's, in English, of who has nothing yet", async () => {
    await makeCoop('quispe');
    await reader({ coop: 'quispe' }).follow([...beginning('en'), ...commandsOf(page('by-commands-treasurer'), 'en')]);
  });

  test("the seller's, at the stall", async () => {
    await nameUser({ name: 'carmen', roles: ['seller'] });
    for (const language of LANGUAGES) {
      const carmen = reader({ put: (typed) => typed.replace(/^(entrar|signin) (?:martina|rosa)/, '$1 carmen') });
      await carmen.follow([
        ...beginning(language),
        ...under(/^Vender|^Selling/, commandsOf(page('by-commands'), language)),
      ]);
    }
  });

  test("the member's, whose sum is that of the example", async () => {
    await nameUser({ name: 'yujra', roles: ['member'], member: '001' });
    for (const language of LANGUAGES) {
      const martina = reader({ put: (typed) => typed.replace(/^(entrar|signin) martina/, '$1 yujra') });
      const hers = under(/^Su hoja|^Your statement/, commandsOf(page('by-commands'), language));
      await martina.follow([...beginning(language), ...hers, ...commandsOf(page('member'), language)]);
    }
  });

  test('that for programs', async () => {
    const { name, password } = await treasurer();
    const president = (typed: string): string =>
      typed.replace(`signin martina '${PASSWORD}'`, `signin ${name} '${password}'`);
    const program = reader({ put: president });
    const commands = commandsOf(page('for-integrators'));
    await program.follow([...beginning('en'), ...under(/^(?:Sign in|Follow|Read)/, commands)]);
    await program.follow([...beginning('en'), ...under(/^(?:Load|Know|Check)/, commands)]);
  });

  test("that for programs, of a season's folder", async () => {
    const folder = reader({ put: (typed) => typed.replace('examples/', `${WORKSPACE}/examples/`) });
    await folder.follow(under(/^A whole season/, commandsOf(page('for-integrators'))));
    const outcome = await readFile(join(folder.place, 'outcome.json'), 'utf8');
    expect(jsonOf(outcome)).toMatchObject(
      JSON.parse(await readFile(join(WORKSPACE, 'examples/chacoma/expected.json'), 'utf8')) as object,
    );
  });

  test('that on backups, whose commands are the same in both languages', async () => {
    const [commands, english] = LANGUAGES.map((language) => commandsOf(page('back-up-and-restore'), language));
    const typed = (list: typeof commands): string[] | undefined =>
      list?.map(({ text }) => text.replace('trial', 'prueba'));
    expect(typed(english)).toEqual(typed(commands));
    const again = under(/^Recuperar/, commands ?? []);
    const owner = reader();
    await owner.follow((commands ?? []).filter((command) => !again.includes(command)));
    await reader({ folder: testFolder(), put: (text) => text.replace(/ayni-\S+/, `${owner.place}/$&`) }).follow(again);
  });

  test('that on events which could not be applied', async () => {
    let id = await parkOddSale(demo, 'ODD-1', 'MELON');
    const operator = reader({ put: (typed) => typed.replace(/\bID\b/, id) });
    const commands = commandsOf(page('recover-a-parked-event'));
    await operator.follow(under(/^(?:See|Find)/, commands));
    await nameUser({ name: 'elena', roles: ['manager'] });
    const elena = new Client(demo.url, { coop: demo.coop, user: 'elena', password: PASSWORD });
    await elena.post('/api/inventory/v1/products', {
      rows: [{ code: 'MELON', name: 'Melón', stockUnit: 'g', shelfLifeDays: 30 }],
    });
    await operator.follow(under(/^Mend/, commands));
    id = await parkOddSale(demo, 'ODD-2', 'PAPAYA');
    await operator.follow(under(/^Give/, commands));
  });

  test('that on rebuilding a service', async () => {
    const commands = commandsOf(page('rebuild-a-service'));
    const ifItDiffers = under(/^If it differs/, commands);
    await reader().follow(commands.filter((command) => !ifItDiffers.includes(command)));
    await changeByHand(demo, 'UPDATE work_records SET minutes = minutes + 1 WHERE code = $1', 'work-2');
    await reader().follow(ifItDiffers);
  });
});
