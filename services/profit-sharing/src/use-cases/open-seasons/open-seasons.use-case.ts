import type { BroughtRow, LoadedRow } from '@ayni/http/commands/load';
import type { RowDone } from '@ayni/http/commands/loads';
import { nameKey, parseDay, Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { digestOf } from '@ayni/facts/record';
import { checkSeason, type RuleTerms, type SeasonDraft } from '../../domain/season.js';
import { nextFrom, refuseOverlap, type SeasonDays } from '../../domain/season-overlap.js';
import type { FundsPort } from '../../domain/funds.port.js';
import type { Opening, SeasonsPort } from '../../domain/seasons.port.js';
import { readRuleTerms } from '../read-rule-terms/read-rule-terms.js';

/** A season as it was sent, its days still in words; without a first day it begins after the last one. */
type SentSeason = Omit<SeasonDraft, 'from' | 'to'> & { readonly from?: string; readonly to: string };

/** Opens seasons with the rules that the assembly voted, all or none; no day belongs to two. */
export class OpenSeasons {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly funds: FundsPort,
  ) {}

  /**
   * @param among all rows of the load, where these are only some of them
   * @returns which of the seasons are new
   * @throws Refusal `duplicate-code`, `season-withdrawn`, `code-taken`, `seasons-overlap`, and what {@link checkSeason} refuses
   */
  async run(
    tx: Transaction,
    rows: readonly LoadedRow<SentSeason>[],
    among: readonly BroughtRow<SentSeason>[],
  ): Promise<readonly RowDone[]> {
    for (const row of rows) refuseRepeated(row, among);
    const withdrawn = new Set((await this.seasons.withdrawnCodes(tx)).map(nameKey));
    for (const { sent, at } of rows)
      if (withdrawn.has(nameKey(sent.code))) throw new Refusal('season-withdrawn', `${at}/code`, { season: sent.code });
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const terms = await readRuleTerms(tx, this.funds, coop);
    const known = await this.seasons.days(tx);
    const openings: (Opening & { readonly at: string })[] = [];
    for (const row of rows) {
      const others = [...known, ...openings.map(({ season }) => season)];
      openings.push({ ...openingOf(row, firstDayOf(row, others), terms), at: row.at });
    }
    refuseOverlap(openings, known);
    const isNew = await this.seasons.open(tx, openings);
    return isNew.map((each) => ({ isNew: each }));
  }
}

/** @throws Refusal `duplicate-code` */
function refuseRepeated({ sent, at }: BroughtRow<SentSeason>, among: readonly BroughtRow<SentSeason>[]): void {
  const { code } = sent;
  const first = among.find((row) => nameKey(row.sent.code) === nameKey(code));
  if (first?.sent !== sent) throw new Refusal('duplicate-code', `${at}/code`, { code });
}

/** @throws Refusal `bad-field` where it is left out and no season is there before it */
function firstDayOf({ sent, at }: BroughtRow<SentSeason>, others: readonly SeasonDays[]): Day {
  if (sent.from !== undefined) return parseDay(sent.from, `${at}/from`);
  const from = others.find(({ code }) => code === sent.code)?.from ?? nextFrom(others);
  if (from === undefined) throw new Refusal('bad-field', `${at}/from`, { detail: 'first-day' });
  return from;
}

function openingOf({ sent, at, by, cause }: LoadedRow<SentSeason>, from: Day, terms: RuleTerms): Opening {
  const draft = { ...sent, from, to: parseDay(sent.to, `${at}/to`) };
  return { season: checkSeason(draft, terms, at), digest: digestOf(draft), by: by.user, cause };
}
