import {
  addDays,
  all,
  centavos,
  each,
  every,
  isThere,
  nameKey,
  overlap,
  parseDay,
  Refusal,
  type Centavos,
  type Day,
} from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import type { PayeesPort } from '../../domain/payouts/payees.port.js';
import { oldSeasonEntry } from '../../domain/seasons/old-season.js';
import type { SeasonDays } from '../../domain/seasons/season-overlap.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { oldSeasons, type OldSeason, type OldShare, type SentOldSeason } from '../../facts/old-season.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps what seasons before these books gave each family, and posts what of it is still owed. */
export class KeepOldSeasons extends KeepMoney<OldSeason, SentOldSeason> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly seasons: SeasonsPort,
    private readonly payees: PayeesPort,
  ) {
    super(oldSeasons, 'old-season', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentOldSeason>[],
    { places }: Coop,
  ): Promise<Admission<OldSeason, SentOldSeason>> {
    const old = await this.seasons.oldDays(tx);
    const known = await this.recordedAmong(tx, rows);
    const days = [...(await this.seasons.days(tx)), ...old];
    const households = await this.payees.householdsAmong(
      tx,
      rows.flatMap(({ sent }) => sent.lines.map(({ household }) => household)),
    );
    return {
      make: ({ sent, at }, openedOn) =>
        every(
          () => {
            if (known.has(sent.code)) return;
            const season = daysOf(sent, openedOn, at);
            const other = days.find((one) => overlap(one, season) > 0);
            if (other) throw new Refusal('old-season-overlaps', `${at}/firstDay`, { season: other.code });
            days.push(season);
          },
          () => {
            const [lines, result, pool] = all(
              () => sharesOf(sent, households, { places, at }),
              () => amountOrNone(sent.result, places, `${at}/result`),
              () => amountOrNone(sent.pool, places, `${at}/pool`),
            );
            return {
              ...{ code: sent.code, firstDay: parseDay(sent.firstDay), lastDay: parseDay(sent.lastDay), openedOn },
              ...{ result, pool, shared: sumOf(lines, 'share'), owed: sumOf(lines, 'owed'), lines },
            };
          },
        ),
      recorded: (facts) => this.ledger.post(tx, facts.filter(({ owed }) => owed > 0n).map(oldSeasonEntry)),
    };
  }

  /** Nothing was posted of a season that was paid in full. */
  protected override reversed(tx: Transaction, fact: OldSeason): Promise<void> {
    return fact.owed > 0n ? super.reversed(tx, fact) : Promise.resolve();
  }
}

/** Its days, which end before these books speak of it. @throws Refusal `wrong-order` */
function daysOf({ code, firstDay, lastDay }: SentOldSeason, openedOn: Day, at: string): SeasonDays {
  const [from, last] = [parseDay(firstDay), parseDay(lastDay)];
  every(
    () => {
      if (last < from) throw new Refusal('wrong-order', `${at}/lastDay`, { detail: 'from-later' });
    },
    () => {
      if (openedOn <= last) throw new Refusal('wrong-order', `${at}/openedOn`, { detail: 'before-season-end' });
    },
  );
  return { code, from, until: addDays(last, 1) };
}

type WrittenAt = { readonly places: number; readonly at: string };

/** What each family was given, and what of it is still owed. */
function sharesOf(
  { lines }: SentOldSeason,
  households: ReadonlySet<string>,
  { places, at }: WrittenAt,
): readonly OldShare[] {
  const named = new Set<string>();
  return each(lines, (line, i) => {
    const place = `${at}/lines/${i}`;
    return every(
      () => refuseFamily(line.household, households, named, `${place}/household`),
      () => ({ line: i + 1, household: line.household, ...figuresOf(line, { places, at: place }) }),
    );
  });
}

/** @throws Refusal `unknown-reference`, `bad-field` for a family that stands there twice */
function refuseFamily(household: string, households: ReadonlySet<string>, named: Set<string>, at: string): void {
  if (!households.has(household)) throw new Refusal('unknown-reference', at, { what: 'household', code: household });
  if (named.has(nameKey(household))) throw new Refusal('bad-field', at, { detail: 'list-unique' });
  named.add(nameKey(household));
}

/** @throws Refusal `bad-amount`, `bad-field` where more was paid than was hers */
function figuresOf(
  sent: SentOldSeason['lines'][number],
  { places, at }: WrittenAt,
): Pick<OldShare, 'workMinutes' | 'valueDelivered' | 'share' | 'paid' | 'owed'> {
  const [{ share, paid }, valueDelivered] = all(
    () => paidOf(sent, { places, at }),
    () => amountOrNone(sent.valueDelivered, places, `${at}/valueDelivered`),
  );
  return {
    workMinutes: sent.workMinutes ?? null,
    ...{ valueDelivered, share, paid, owed: centavos(share - paid) },
  };
}

/** @throws Refusal `bad-amount`, `bad-field` where more was paid than was hers */
function paidOf(sent: SentOldSeason['lines'][number], { places, at }: WrittenAt): Pick<OldShare, 'share' | 'paid'> {
  const [share, paid] = all(
    () => parseAmountInBooks(sent.share, places, `${at}/share`),
    () => parseAmountInBooks(sent.paid, places, `${at}/paid`),
  );
  if (paid > share) throw new Refusal('bad-field', `${at}/paid`, { detail: 'more-than-share' });
  return { share, paid };
}

const amountOrNone = (text: string | null | undefined, places: number, at: string): Centavos | null =>
  isThere(text) ? parseAmountInBooks(text, places, at) : null;

const sumOf = (lines: readonly OldShare[], figure: 'share' | 'owed'): Centavos =>
  centavos(lines.reduce((sum, line) => sum + line[figure], 0n));
