import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { A4 } from '@ayni/paper/format';
import { pdfOf } from '@ayni/paper/pdf';
import type { Sheet } from '@ayni/paper/sheet';
import { spreadOf } from '../figure.js';
import type { Row } from '../row.js';

const LINES = 14;
const MB = 1_000_000;

/** Statements as families are handed them: each with figures of its own. */
function* statements(count: number): Generator<Sheet> {
  for (let family = 0; family < count; family += 1) {
    const amount = `${(family * 7919) % 100_000},${String(family % 100).padStart(2, '0')}`;
    yield {
      foot: 'Productoras · gestión',
      parts: [
        { is: 'head', over: 'Productoras', title: 'Reparto de la gestión', under: [`Familia ${family}`] },
        {
          ...{ is: 'figure', label: 'Se paga a la familia', amount: `Bs ${amount}`, note: '' },
          check: { address: `https://ayni.example/comprobar/coop/${family}`, code: String(family) },
        },
        ...Array.from({ length: LINES }, (_, i) => ({
          ...{ is: 'line' as const, label: `Por lo trabajado ${i}`, amount, isSum: i === LINES - 1 },
          says: `Sus ${family} horas de trabajo, de ${family * 3 + i} horas entre todas y todos, dieron ${amount}.`,
          working: `Con lápiz: ${family} × ${i} ÷ 7 = ${amount}`,
        })),
      ],
    };
  }
}

/** Bytes that are held once all that nobody needs is let go. */
function held(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** @returns seconds of processor, and how much more memory was held at the last one than after the first tenth, in megabytes */
async function print(count: number): Promise<{ readonly seconds: number; readonly grown: number }> {
  const before = process.cpuUsage();
  let sheets = 0;
  let early = 0;
  let late = 0;
  const counted = function* (): Generator<Sheet> {
    for (const sheet of statements(count)) {
      sheets += 1;
      if (sheets === Math.ceil(count / 10)) early = held();
      if (sheets === count) late = held();
      yield sheet;
    }
  };
  const options = { format: A4, title: 'bench', language: 'es' as const, settledAt: new Date(0) };
  for await (const part of pdfOf(counted(), options)) if (part.length === 0) throw new Error('an empty part');
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1_000_000, grown: Math.max(0, (late - early) / MB) };
}

export const papersRow: Row = {
  name: 'papers',
  carrier: 'local',
  how: `Statements of fourteen lines with a QR each, as one PDF on A4, taken as it comes: 30 of them (five times, the processor's
seconds), and 10,000 (how much more memory is held at the last one than at the thousandth).`,
  async measure() {
    const few: number[] = [];
    for (let i = 0; i < 5; i += 1) few.push((await print(30)).seconds);
    const { seconds, grown } = await print(10_000);
    return [
      {
        what: '30 statements as one PDF',
        goal: { is: 'at most', limit: 1 },
        unit: 's of processor',
        digits: 2,
        measured: spreadOf(few),
      },
      {
        what: 'memory from the 1,000th to the 10,000th statement of one PDF',
        goal: { is: 'at most', limit: 50 },
        unit: 'MB more',
        digits: 0,
        measured: spreadOf([grown]),
        beside: `${seconds.toFixed(0)} s of processor for all of them`,
      },
    ];
  },
};
