import {
  seasonChanged,
  seasonChanging,
  seasonClosed,
  seasonClosing,
  seasonOpened,
  seasonReopened,
  seasonWithdrawn,
} from '@ayni/contracts';
import type { RuleSet } from '@ayni/distribution';
import { lockEach } from '@ayni/database/lock-each';
import { spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows, standingAmong } from '@ayni/facts/record';
import { standing } from '@ayni/facts/standing';
import type { DayRange } from '@ayni/kernel';
import type { Report } from '../domain/seasons/closing.js';
import type { EarlyEnd } from '../domain/seasons/ending.js';
import type { StandsUnder } from '../domain/rules/own-rule-set.js';
import type { KeptSeason, Season } from '../domain/seasons/season.js';
import type { SeasonDays } from '../domain/seasons/season-overlap.js';
import type { Left } from '../domain/seasons/unfinished.js';
import {
  SeasonsPort,
  type NumberedReport,
  type Opening,
  type Reopening,
  type RulesVote,
  type SeasonDigest,
} from '../domain/seasons/seasons.port.js';
import { seasonAggregate, seasonData } from '../publishing/season-events.js';
import { FiscalSeasonEntity, SeasonRulesEntity } from './season.entity.js';

const readSeason = `SELECT s.code, s.name, s.from_day AS "from", s.until_day AS until, s.state, s.version,
     r.rule_set AS "ruleSet", r.version AS "rulesVersion", s.left_unfinished AS left,
     CASE WHEN r.own_rule_set IS NOT NULL
       THEN json_build_object('ruleSet', r.own_rule_set, 'version', r.own_version) END AS under, o.copies
   FROM fiscal_seasons s CROSS JOIN LATERAL (
     SELECT rule_set, version, own_rule_set, own_version FROM season_rules
     WHERE coop_id = s.coop_id AND season = s.code ORDER BY version DESC LIMIT 1) r
     LEFT JOIN own_rule_sets o ON o.coop_id = s.coop_id AND o.code = r.own_rule_set
   WHERE s.coop_id = current_setting('app.coop')::uuid AND s.code = $1`;

const findSeason = statement('find fiscal season', readSeason);
const lockSeason = statement('lock fiscal season', `${readSeason} FOR UPDATE OF s`);

const readDays = statement(
  'days of fiscal seasons',
  `SELECT code, from_day AS "from", until_day AS until FROM fiscal_seasons
   WHERE coop_id = current_setting('app.coop')::uuid AND state <> 'withdrawn'
   UNION SELECT season, (wanted ->> 'from')::date, (wanted ->> 'until')::date FROM season_questions
   WHERE coop_id = current_setting('app.coop')::uuid AND state = 'asking' ORDER BY "from"`,
);

const readOldDays = statement(
  'days of old seasons',
  `SELECT code, first_day AS "from", last_day + 1 AS until FROM old_seasons f
   WHERE coop_id = current_setting('app.coop')::uuid AND ${standing('old-season', 'f')} ORDER BY first_day`,
);

const readWithdrawn = statement(
  'withdrawn fiscal seasons',
  `SELECT code FROM fiscal_seasons WHERE coop_id = current_setting('app.coop')::uuid AND state = 'withdrawn'`,
);

const ofOne = `WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`;

const beginClosing = statement(
  'begin closing of fiscal season',
  `UPDATE fiscal_seasons SET state = 'closing', version = version + 1, until_day = $2, early_end = $3 ${ofOne} RETURNING version`,
);

const leave = statement('leave unfinished', `UPDATE fiscal_seasons SET left_unfinished = $2 ${ofOne}`);

const close = statement(
  'close fiscal season',
  `UPDATE fiscal_seasons SET state = 'closed', version = version + 1 ${ofOne} RETURNING version`,
);

const reopen = statement(
  'reopen fiscal season',
  `UPDATE fiscal_seasons SET state = 'open', version = version + 1, reopened = version + 1, left_unfinished = NULL
   ${ofOne} RETURNING version`,
);

const beginChange = statement(
  'begin change of fiscal season',
  `UPDATE fiscal_seasons SET state = 'changing', version = version + 1 ${ofOne} RETURNING version`,
);

const change = statement(
  'change fiscal season',
  `UPDATE fiscal_seasons SET state = 'open', version = version + 1, name = $2, from_day = $3, until_day = $4
   ${ofOne} RETURNING version`,
);

const withdraw = statement(
  'withdraw fiscal season',
  `UPDATE fiscal_seasons SET state = 'withdrawn', version = version + 1 ${ofOne} RETURNING version`,
);

const keepReport = statement(
  'keep season report',
  `INSERT INTO season_reports (coop_id, season, service, seq, books)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3, $4)
   ON CONFLICT (coop_id, season, service) DO UPDATE SET seq = excluded.seq, books = excluded.books
   WHERE season_reports.seq < excluded.seq`,
);

const readReports = statement(
  'season reports',
  // a report of a closing before the season was reopened may still be under way
  `SELECT r.books::jsonb - 'closing' AS books FROM season_reports r
   JOIN fiscal_seasons s ON s.coop_id = r.coop_id AND s.code = r.season
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.season = $1
     AND (s.reopened IS NULL OR (r.books ->> 'closing')::int > s.reopened)
   ORDER BY r.service`,
);

const FISCAL_SEASONS = { table: 'fiscal_seasons', column: 'code' };

const FIRST_VERSION = 1;

const columnsOf = (under: StandsUnder | null): Pick<SeasonRulesEntity, 'ownRuleSet' | 'ownVersion'> => ({
  ownRuleSet: under?.ruleSet ?? null,
  ownVersion: under?.version ?? null,
});

/** Seasons in PostgreSQL; what opens or moves one goes to the outbox in the same transaction. */
export class PostgresSeasons extends SeasonsPort {
  async open(tx: Transaction, openings: readonly Opening[]): Promise<readonly boolean[]> {
    const rows = openings.map(({ season, digest, by }) => ({
      ...season,
      digest,
      openedBy: by,
      openedAt: tx.now.toISOString(),
      state: 'open' as const,
      version: FIRST_VERSION,
    }));
    const { fresh } = await recordRows(tx, FiscalSeasonEntity, rows, { key: 'code' });
    const opened = new Set(fresh.map(({ code }) => code));
    const isNew = openings.map(({ season }) => opened.has(season.code));
    await tx.insert(
      SeasonRulesEntity,
      openings
        .filter((_, i) => isNew[i])
        .map(({ season: { code, ruleSet }, under, by }) => ({
          ...{ season: code, version: FIRST_VERSION, ruleSet, ...columnsOf(under) },
          ...{ resolution: null, amendedBy: by, amendedAt: tx.now.toISOString() },
        })),
    );
    openings.forEach(({ season, cause }, i) => {
      if (isNew[i]) tx.publish(seasonOpened, seasonAggregate(season), FIRST_VERSION, seasonData(season), cause);
    });
    return isNew;
  }

  async taken(tx: Transaction, sent: readonly SeasonDigest[]): Promise<ReadonlySet<string>> {
    return (await standingAmong(tx, FiscalSeasonEntity, 'code', sent)).taken;
  }

  days(tx: Transaction): Promise<SeasonDays[]> {
    return tx.query<SeasonDays>(readDays);
  }

  async oldDays(tx: Transaction): Promise<SeasonDays[]> {
    await lockEach(tx, 'old seasons', ['']);
    return tx.query<SeasonDays>(readOldDays);
  }

  async withdrawnCodes(tx: Transaction): Promise<string[]> {
    return (await tx.query<{ code: string }>(readWithdrawn)).map(({ code }) => code);
  }

  async find(tx: Transaction, code: string): Promise<KeptSeason | undefined> {
    const [season] = await tx.query<KeptSeason>(findSeason, [await spelledOne(tx, FISCAL_SEASONS, code)]);
    return season;
  }

  async lock(tx: Transaction, code: string): Promise<KeptSeason | undefined> {
    const [season] = await tx.query<KeptSeason>(lockSeason, [await spelledOne(tx, FISCAL_SEASONS, code)]);
    return season;
  }

  async beginClosing(tx: Transaction, season: KeptSeason, early: EarlyEnd | undefined): Promise<void> {
    const values = [season.code, season.until, early ? JSON.stringify(early) : null];
    const { version } = await tx.one<{ version: number }>(beginClosing, values);
    tx.publish(seasonClosing, seasonAggregate(season), version, seasonData(season));
  }

  async leave(tx: Transaction, season: KeptSeason, left: Left): Promise<KeptSeason> {
    await tx.query(leave, [season.code, JSON.stringify(left)]);
    return { ...season, left };
  }

  async close(tx: Transaction, season: KeptSeason): Promise<void> {
    const { version } = await tx.one<{ version: number }>(close, [season.code]);
    tx.publish(seasonClosed, seasonAggregate(season), version, seasonData(season));
  }

  async reopen(tx: Transaction, season: KeptSeason, why: Reopening): Promise<KeptSeason> {
    const { version } = await tx.one<{ version: number }>(reopen, [season.code]);
    tx.publish(seasonReopened, seasonAggregate(season), version, { ...seasonData(season), ...why });
    return { ...season, state: 'open', version, left: null };
  }

  async amendRules(tx: Transaction, season: KeptSeason, ruleSet: RuleSet, vote: RulesVote): Promise<KeptSeason> {
    const rulesVersion = season.rulesVersion + 1;
    const amended = { amendedBy: vote.by, amendedAt: tx.now.toISOString(), resolution: vote.resolution };
    await tx.insert(SeasonRulesEntity, [
      { season: season.code, version: rulesVersion, ruleSet, ...columnsOf(season.under), ...amended },
    ]);
    return { ...season, ruleSet, rulesVersion };
  }

  async beginChange(tx: Transaction, season: KeptSeason, days: readonly DayRange[]): Promise<KeptSeason> {
    const { version } = await tx.one<{ version: number }>(beginChange, [season.code]);
    const asked = days.map(({ from, until }) => ({ from, until }));
    tx.publish(seasonChanging, seasonAggregate(season), version, { ...seasonData(season), asked });
    return { ...season, state: 'changing', version };
  }

  async change(tx: Transaction, season: KeptSeason, { name, from, until }: Season): Promise<KeptSeason> {
    const { version } = await tx.one<{ version: number }>(change, [season.code, name, from, until]);
    const changed: KeptSeason = { ...season, name, from, until, state: 'open', version };
    tx.publish(seasonChanged, seasonAggregate(changed), version, seasonData(changed));
    return changed;
  }

  async withdraw(tx: Transaction, season: KeptSeason, reason: string): Promise<KeptSeason> {
    const { version } = await tx.one<{ version: number }>(withdraw, [season.code]);
    tx.publish(seasonWithdrawn, seasonAggregate(season), version, { ...seasonData(season), reason });
    return { ...season, state: 'withdrawn', version };
  }

  async keepReports(tx: Transaction, reports: readonly NumberedReport[]): Promise<void> {
    for (const { season, seq, ...books } of reports)
      await tx.query(keepReport, [season, books.service, seq, JSON.stringify(books)]);
  }

  async reports(tx: Transaction, season: string): Promise<Report[]> {
    const rows = await tx.query<{ books: Report }>(readReports, [season]);
    return rows.map(({ books }) => books);
  }
}
