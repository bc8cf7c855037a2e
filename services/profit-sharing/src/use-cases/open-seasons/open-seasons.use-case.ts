import type { BroughtRow, LoadedRow } from '@ayni/http/commands/load';
import { nameKey, parseDay, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { digestOf } from '@ayni/facts/record';
import { checkSeason, type RuleTerms, type SeasonDraft } from '../../domain/season.js';
import { refuseOverlap } from '../../domain/season-overlap.js';
import type { Opening, SeasonsPort } from '../../domain/seasons.port.js';
import { readRuleTerms } from '../read-rule-terms/read-rule-terms.js';

/** A season as it was sent, its days still in words. */
type SentSeason = Omit<SeasonDraft, 'from' | 'to'> & { readonly from: string; readonly to: string };

/** Opens seasons with the rules that the assembly voted, all or none; no day belongs to two. */
export class OpenSeasons {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
  ) {}

  /**
   * @param among all rows of the load, where these are only some of them
   * @returns which of the seasons are new
   * @throws Refusal `duplicate-code`, `code-taken`, `seasons-overlap`, and what {@link checkSeason} refuses
   */
  async run(
    tx: Transaction,
    rows: readonly LoadedRow<SentSeason>[],
    among: readonly BroughtRow<SentSeason>[],
  ): Promise<readonly boolean[]> {
    for (const row of rows) refuseRepeated(row, among);
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const terms = await readRuleTerms(tx, this.seasons, coop);
    const openings = rows.map((row) => ({ ...openingOf(row, terms), at: row.at }));
    refuseOverlap(openings, await this.seasons.days(tx));
    return this.seasons.open(tx, openings);
  }
}

/** @throws Refusal `duplicate-code` */
function refuseRepeated({ sent, at }: BroughtRow<SentSeason>, among: readonly BroughtRow<SentSeason>[]): void {
  const { code } = sent;
  const first = among.find((row) => nameKey(row.sent.code) === nameKey(code));
  if (first?.sent !== sent) throw new Refusal('duplicate-code', `${at}/code`, { code });
}

function openingOf({ sent, at, by, cause }: LoadedRow<SentSeason>, terms: RuleTerms): Opening {
  const draft = { ...sent, from: parseDay(sent.from, `${at}/from`), to: parseDay(sent.to, `${at}/to`) };
  return { season: checkSeason(draft, terms, at), digest: digestOf(draft), by: by.user, cause };
}
