import { join } from 'node:path';
import { amountText, spreadOf, type Figure, type Spread } from '../figure.js';
import { growExample, GrownCoop } from '../load/grown.js';
import { FIRST_PAGE_LIMIT, LISTS, questions } from '../load/questions.js';
import { Product } from '../machine/product.js';
import type { Bench, Row } from '../row.js';

const TIMES = [1, 10, 100] as const;
const WARM = 5;
const ROUNDS = 21;
const MILLISECONDS = { unit: 'ms', digits: 1 } as const;

/** What was asked of a season of one size. */
type Asked = {
  readonly times: number;
  /** By question, in milliseconds. */
  readonly answers: ReadonlyMap<string, { readonly took: Spread; readonly limit: number | undefined }>;
  /** The first page of the slowest list, right after loading. */
  readonly fresh: Spread;
};

export const growthRow: Row = {
  name: 'growth',
  carrier: 'local',
  onlyByName: true,
  how: `The example's season ${TIMES.join(', ')} times as large is loaded through the public API into a system of its own, until every
service has applied all of it. Right after that the first page of every list that grew is asked ${WARM} times; the slowest list counts. Then the season is closed and shared
out, and each question is asked over one connection until its last byte is there, ${ROUNDS} times after ${WARM} to warm up.`,
  async measure(bench) {
    const sizes: Asked[] = [];
    for (const times of TIMES) sizes.push(await askAt(bench, times));
    return figuresOf(sizes);
  },
};

async function askAt(bench: Bench, times: number): Promise<Asked> {
  const folder = join(await bench.folder(), 'season');
  await growExample(folder, times);
  const product = await Product.start(await bench.folder(), bench.env);
  let coop: GrownCoop | undefined;
  try {
    coop = await GrownCoop.load(product, folder);
    const fresh = await slowestList(coop);
    const run = await coop.shareOut();
    const answers: [string, { took: Spread; limit: number | undefined }][] = [];
    for (const { what, path, limit } of questions(coop.season, run)) {
      await ask(coop, path, WARM);
      answers.push([what, { took: await ask(coop, path, ROUNDS), limit }]);
    }
    bench.say(`a season ${times} times as large was loaded and asked`);
    return { times, answers: new Map(answers), fresh };
  } finally {
    coop?.hangUp();
    await product.stop();
  }
}

async function slowestList(coop: GrownCoop): Promise<Spread> {
  let slowest = spreadOf([0]);
  for (const list of LISTS) {
    const took = await ask(coop, list, WARM);
    if (took.median > slowest.median) slowest = took;
  }
  return slowest;
}

async function ask(coop: GrownCoop, path: string, rounds: number): Promise<Spread> {
  await coop.signIn();
  const took: number[] = [];
  while (took.length < rounds) took.push(await coop.ask(path));
  return spreadOf(took);
}

/** The largest season has the goals, the smaller ones stand beside it; a first page just loaded is held to one at every size. */
function figuresOf(sizes: readonly Asked[]): Figure[] {
  const [largest, ...smaller] = sizes.toReversed();
  if (!largest) return [];
  const beside = (of: (size: Asked) => Spread | undefined): string =>
    smaller
      .toReversed()
      .map((size) => `×${size.times} ${amountText(of(size)?.median ?? Number.NaN, MILLISECONDS)}`)
      .join(', ');
  const asked = [...largest.answers].map(([what, { took, limit }]): Figure => ({
    what: `${what}, ×${largest.times}`,
    ...(limit !== undefined && { goal: { is: 'at most', limit } }),
    ...MILLISECONDS,
    measured: took,
    beside: beside(({ answers }) => answers.get(what)?.took),
  }));
  const fresh = sizes.map(({ times, fresh: measured }): Figure => ({
    what: `first page of the slowest list right after loading, ×${times}`,
    goal: { is: 'at most', limit: FIRST_PAGE_LIMIT },
    ...MILLISECONDS,
    measured,
  }));
  return [...asked, ...fresh];
}
