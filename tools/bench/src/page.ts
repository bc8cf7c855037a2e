import { goalText, spreadText, verdict, type Figure } from './figure.js';
import type { Row } from './row.js';

/** What was measured under the name of a row. */
export type Measured = ReadonlyMap<string, readonly Figure[]>;

/** What people write about the figures begins here; it is kept. */
const NOTES = '## Where the time goes';

const HEAD = ['row', 'what', 'goal', 'figure', '', 'beside', 'taken'];

/** The page of figures: what was measured now, what was measured before of other rows, and what people wrote below. */
export function page(
  rows: readonly Row[],
  measured: Measured,
  taken: { on: string; by: string },
  before: string,
): string {
  const old = before.split('\n');
  const lines = rows.flatMap(({ name }) => {
    const figures = measured.get(name);
    return figures
      ? figures.map((figure) => tableLine(cellsOf(name, figure, taken.on)))
      : old.filter((line) => line.startsWith(`| ${name} |`));
  });
  const notes = before.includes(NOTES) ? before.slice(before.indexOf(NOTES)) : `${NOTES}\n`;
  return [
    '# Speed and memory',
    '',
    'Taken with `npm run bench -- --write` on',
    `${taken.by}.`,
    '',
    'A figure is the median of its rounds, with the lowest and the highest; what is compared takes turns in the same run.',
    '`npm run bench -- ROW …` takes some rows only; `--profile` says where the time of the server goes meanwhile.',
    '',
    tableLine(HEAD),
    tableLine(HEAD.map(() => '---')),
    ...lines,
    '',
    '## How they are taken',
    '',
    ...rows.flatMap(({ name, how }) => [`**${name}**: ${how}`, '']),
    notes,
  ].join('\n');
}

const cellsOf = (name: string, figure: Figure, on: string): string[] => [
  name,
  figure.what,
  goalText(figure),
  spreadText(figure),
  verdict(figure),
  figure.beside ?? '',
  on,
];

const tableLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
