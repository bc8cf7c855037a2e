import type { RuleSet } from '@ayni/distribution';
import { seasonClosed, seasonClosing, seasonOpened } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import type { Report } from '../domain/closing.js';
import type { KeptSeason, SeasonState } from '../domain/season.js';
import type { SeasonDays } from '../domain/season-overlap.js';
import { SeasonsPort, type NumberedReport, type Opening } from '../domain/seasons.port.js';
import { seasonAggregate, seasonData } from '../publishing/season-events.js';
import { FiscalSeasonEntity } from './season.entity.js';

const readSeason = `SELECT code, name, from_day AS "from", until_day AS until, rule_set AS "ruleSet", state, version
   FROM fiscal_seasons WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`;

const readRuleSets = statement(
  'rule sets of seasons',
  `SELECT rule_set AS rules FROM fiscal_seasons WHERE coop_id = current_setting('app.coop')::uuid
   ORDER BY opened_at, code`,
);

const findSeason = statement('find fiscal season', readSeason);
const lockSeason = statement('lock fiscal season', `${readSeason} FOR UPDATE`);

const readDays = statement(
  'days of fiscal seasons',
  `SELECT code, from_day AS "from", until_day AS until FROM fiscal_seasons
   WHERE coop_id = current_setting('app.coop')::uuid ORDER BY from_day`,
);

const moveSeason = statement(
  'move fiscal season',
  `UPDATE fiscal_seasons SET state = $2, version = version + 1
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1 RETURNING version`,
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
  `SELECT books FROM season_reports WHERE coop_id = current_setting('app.coop')::uuid AND season = $1 ORDER BY service`,
);

const FIRST_VERSION = 1;

const MOVED = { closing: seasonClosing, closed: seasonClosed } as const;

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
    openings.forEach(({ season, cause }, i) => {
      if (isNew[i]) tx.publish(seasonOpened, seasonAggregate(season), FIRST_VERSION, seasonData(season), cause);
    });
    return isNew;
  }

  days(tx: Transaction): Promise<SeasonDays[]> {
    return tx.query<SeasonDays>(readDays);
  }

  async ruleSets(tx: Transaction): Promise<RuleSet[]> {
    const rows = await tx.query<{ rules: RuleSet }>(readRuleSets);
    return rows.map(({ rules }) => rules);
  }

  async find(tx: Transaction, code: string): Promise<KeptSeason | undefined> {
    const [season] = await tx.query<KeptSeason>(findSeason, [code]);
    return season;
  }

  async lock(tx: Transaction, code: string): Promise<KeptSeason | undefined> {
    const [season] = await tx.query<KeptSeason>(lockSeason, [code]);
    return season;
  }

  async move(tx: Transaction, season: KeptSeason, state: Exclude<SeasonState, 'open'>): Promise<void> {
    const { version } = await tx.one<{ version: number }>(moveSeason, [season.code, state]);
    tx.publish(MOVED[state], seasonAggregate(season), version, seasonData(season));
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
