import { filesShown } from '../src/shown-files.js';
import { linesShown, placeOf } from '../src/shown-lines.js';
import type { ScratchWorkspace } from './scratch-workspace.js';

/** What stands on the page, and what somebody writes instead who adds barters as it adds gifts. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/given_at/g, 'bartered_at'],
  [/givenAt/g, 'barteredAt'],
  [/\bgiven\b/g, 'bartered'],
  [/gift/g, 'barter'],
  [/Gift/g, 'Barter'],
  // when the migration was written: after all others
  [/20261128T0500/g, '20991231T2300'],
  [/1795842000000/g, String(Date.UTC(2099, 11, 31, 23))],
];
/** Kinds in one line: the new one comes after them. */
const LISTED = /('loss(?:es)?')(, | \| )'(gifts?)'/g;

export const renamed = (text: string): string => NAMES.reduce((all, [name, other]) => all.replace(name, other), text);
const isList = (line: string): boolean => line.search(LISTED) >= 0;
const listed = (line: string): string =>
  line.replace(LISTED, (_, before: string, and: string, kind: string) =>
    [before, `'${kind}'`, `'${renamed(kind)}'`].join(and),
  );

/** Does what a page says, under other names: writes the files that it shows, and puts the lines beside those shown. */
export async function follow(page: string, workspace: ScratchWorkspace): Promise<void> {
  for (const { path, text } of filesShown(page)) {
    const lines = text.split('\n').map((line) => (isList(line) ? listed(line) : renamed(line)));
    await workspace.write(renamed(path), lines.join('\n'));
  }
  for (const { path, runs } of linesShown(page)) {
    const lines = (await workspace.read(path)).split('\n');
    for (const run of runs) {
      const place = placeOf(run, path, lines);
      if (run.some(isList)) lines.splice(place, run.length, ...run.map(listed));
      else lines.splice(place + run.length, 0, ...run.map(renamed));
    }
    await workspace.write(path, lines.join('\n'));
  }
}
