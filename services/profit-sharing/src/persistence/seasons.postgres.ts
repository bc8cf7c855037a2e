import { seasonClosed, seasonClosing, seasonOpened } from '@ayni/contracts';
import { Refusal } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import type { Report } from '../domain/closing.js';
import type { KeptSeason, Season, SeasonState } from '../domain/season.js';
import { SeasonsPort, type NumberedReport, type Opening } from '../domain/seasons.port.js';
import { seasonAggregate, seasonData } from '../publishing/season-events.js';
import { FiscalSeasonEntity } from './season.entity.js';

const readSeason = `SELECT code, name, from_day AS "from", until_day AS until, rule_set AS "ruleSet", state, version
   FROM fiscal_seasons WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`;

const findSeason = statement('find fiscal season', readSeason);
const lockSeason = statement('lock fiscal season', `${readSeason} FOR UPDATE`);

const findOverlap = statement(
  'overlapping seasons',
  `SELECT d.place::int AS place, s.code FROM unnest($1::text[], $2::date[], $3::date[])
     WITH ORDINALITY AS d (code, from_day, until_day, place)
   JOIN fiscal_seasons s ON s.coop_id = current_setting('app.coop')::uuid AND s.code <> d.code
     AND s.from_day < d.until_day AND d.from_day < s.until_day
   ORDER BY d.place LIMIT 1`,
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
    await this.refuseOverlap(
      tx,
      openings.map(({ season }) => season),
    );
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

  private async refuseOverlap(tx: Transaction, seasons: readonly Season[]): Promise<void> {
    seasons.forEach((season, i) => {
      const other = seasons.slice(0, i).find(({ from, until }) => from < season.until && season.from < until);
      if (other) throw new Refusal('seasons-overlap', `/rows/${i}/from`, { season: other.code });
    });
    const [found] = await tx.query<{ place: number; code: string }>(findOverlap, [
      seasons.map(({ code }) => code),
      seasons.map(({ from }) => from),
      seasons.map(({ until }) => until),
    ]);
    if (found) throw new Refusal('seasons-overlap', `/rows/${found.place - 1}/from`, { season: found.code });
  }
}
