import { useRef, useState } from 'react';
import { ask } from '../../api/ask.js';
import { newKey } from '../../api/new-key.js';
import { Problem } from '../../api/problem.js';
import { trialOf } from '../../api/trial.js';
import { haveSentPhotosIn } from '../../offline/photos.js';
import { say } from '../../words/say.js';
import { cellAt, expenseOf, missingIn, type Paper } from './receipt.js';
import type { Standing, Wrong } from './receipt-line.js';

const MISSING = {
  day: 'shoebox.dayNeeded',
  category: 'shoebox.categoryNeeded',
  amount: 'shoebox.amountNeeded',
} as const;

type Tried = { readonly standing: Standing; readonly wrong?: Wrong };

/** Tries receipts as they are left: what is still missing is told at once, the rest by the system, which keeps nothing of it. */
export function useTrial(places: number) {
  const [tried, setTried] = useState<ReadonlyMap<string, Tried>>(new Map());
  const latest = useRef(0);

  /** @returns how many are wrong; where the system is away, those that it alone would find are not among them */
  const run = async (papers: readonly Paper[]): Promise<number> => {
    latest.current += 1;
    const turn = latest.current;
    const found = new Map<string, Tried>();
    const complete = papers.filter((paper) => {
      for (const line of paper) {
        const missing = missingIn(line, places);
        if (missing === undefined) continue;
        found.set(line.id, { standing: 'wrong', wrong: { cell: missing, text: say(MISSING[missing]) } });
        return false;
      }
      return true;
    });
    setTried(new Map([...standingAs('trying', complete), ...found]));
    for (const [id, wrong] of await faultsOf(complete, places)) found.set(id, { standing: 'wrong', wrong });
    // what was typed meanwhile is tried by a later turn
    if (turn === latest.current) setTried(new Map([...standingAs('good', complete), ...found]));
    return found.size;
  };
  return {
    run,
    forget: (id: string): void => setTried((before) => new Map([...before].filter(([other]) => other !== id))),
    wrongIn: (id: string): Wrong | undefined => tried.get(id)?.wrong,
    standingOf: (id: string): Standing | undefined => tried.get(id)?.standing,
  };
}

const standingAs = (standing: Standing, papers: readonly Paper[]): ReadonlyMap<string, Tried> =>
  new Map(papers.flat().map(({ id }) => [id, { standing }]));

/** What the system finds wrong with receipts that are complete, by the line in which it stands; the first fault of each. */
async function faultsOf(papers: readonly Paper[], places: number): Promise<ReadonlyMap<string, Wrong>> {
  if (papers.length === 0) return new Map();
  const rows = papers.map((paper) => expenseOf(paper, places));
  try {
    await haveSentPhotosIn(rows);
    const answer = await ask(
      'POST /api/profit-sharing/v1/expenses',
      { query: { trial: 'true' }, body: { rows } },
      { key: newKey() },
    );
    const wrong = new Map<string, Wrong>();
    for (const { pointer, detail } of trialOf(answer).faults) {
      const [, row = '', line = '0', field = ''] = /^\/rows\/(\d+)(?:\/lines\/(\d+))?(?:\/(\w+))?/.exec(pointer) ?? [];
      const receipt = papers[Number(row)]?.[Number(line)];
      if (receipt && !wrong.has(receipt.id)) wrong.set(receipt.id, { cell: cellAt(field), text: detail });
    }
    return wrong;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // keeping them tells why
    return new Map();
  }
}
