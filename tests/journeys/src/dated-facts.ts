import { goodCommands } from './commands.js';
import { AT, DAY } from './commands/good.js';
import { OLD_YEAR } from './commands/profit-sharing.js';

/** A fact to record, and what takes it back. */
export type DatedFact = {
  readonly path: string;
  readonly body: object;
  readonly code: string;
  /** The field that says when it was. */
  readonly dated: string;
  readonly reversal: string;
};

/**
 * A dated fact for each route that records one, in a co-op that has {@link register}ed: the row of the good command at
 * another time, under a code of its own. Certificates are given up once, and lines matched once: those that they name are there as the
 * co-op is filled.
 */
export function datedFacts(coop: string, at: string, suffix: string): DatedFact[] {
  const commands = goodCommands({ coop, password: '', run: '' });
  return commands.flatMap(({ route, path, body }) => {
    const reversal = commands.find(
      (other) => other.route.startsWith(`${route}/{`) && other.route.endsWith('/reversal'),
    );
    // a household is paid of an approved run, and not before that
    if (!reversal || /\/(household-payments|lapses)$/.test(route)) return [];
    const named = /"(?:code|receipt)":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
    const dated = /"(\w+)":"2025-09-01/.exec(JSON.stringify(body))?.[1];
    if (named === undefined || dated === undefined) throw new Error(`${route} records nothing on a day`);
    const code = `${named}-${suffix}`;
    const text = JSON.stringify(body)
      .replaceAll(AT, at)
      .replaceAll(DAY, at.slice(0, DAY.length))
      .replaceAll(`${OLD_YEAR}-`, `${oldYearOf(suffix)}-`);
    const moved: object = JSON.parse(
      text.replaceAll(`"${named}"`, `"${code}"`).replaceAll(/"(KG?|BL|T|AS)-agreed"/g, `"$1-of-${suffix}"`),
    );
    return [{ path, body: moved, code, dated, reversal: reversal.path.replace(named, code) }];
  });
}

/** Seasons of before share no day: each has a year of its own. */
const oldYearOf = (suffix: string): number =>
  1900 + ([...suffix].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 97);
