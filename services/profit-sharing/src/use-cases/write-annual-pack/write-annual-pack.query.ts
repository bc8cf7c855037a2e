import { addDays, formatAmount, found, inWords, readAmount, type Day, type Language } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { paidInOf } from '../../facts/debt-sums.js';
import type {
  AnnualPack,
  FundOverSeason,
  RegisteredCertificate,
  RegisteredMember,
  ResolutionOfSeason,
} from '../../domain/papers/annual-pack.js';
import type { HeldAssembly, NamedAssembly } from '../../domain/papers/minutes.js';
import { refuseWithdrawn } from '../../domain/seasons/season-change.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import type { ShowBalanceSheet } from '../report-books/balance-sheet.query.js';
import type { ShowIncomeStatement } from '../report-books/income-statement.query.js';
import { assetsOfSeason } from './assets-of-season.js';
import { oldSeasonsBefore } from './old-seasons-before.js';
import type { SumFunds } from '../sum-funds/sum-funds.query.js';

const readMembers = statement(
  'members of a season',
  `SELECT number, name, household, joined_on AS "joinedOn", CASE WHEN left_on < $2::date THEN left_on END AS "leftOn"
   FROM members
   WHERE coop_id = current_setting('app.coop')::uuid AND periods && daterange($1::date, $2::date)
   ORDER BY number COLLATE "C"`,
);

const readCertificates = statement(
  'certificates of a season',
  `SELECT f.code, f.member, m.name, f.day AS "boughtOn", f.count, f.amount,
     ${paidInOf('f', '$2::date')} AS paid,
     CASE WHEN w.day < $2::date THEN w.day END AS "withdrawnOn"
   FROM certificates f
     LEFT JOIN members m ON m.coop_id = f.coop_id AND m.number = f.member
     LEFT JOIN certificate_ends w ON w.coop_id = f.coop_id AND w.certificate = f.code
   WHERE f.coop_id = current_setting('app.coop')::uuid AND f.day < $2::date
     AND (w.day IS NULL OR w.day >= $1::date) AND ${standing('certificate', 'f')}
   ORDER BY f.day, f.code COLLATE "C"`,
);

const readResolutions = statement(
  'resolutions of a season',
  `SELECT r.number, r.adopted_on AS "adoptedOn", r.carried, COALESCE((
     SELECT json_agg(DISTINCT c.kind) FROM resolution_covers c WHERE c.coop_id = r.coop_id AND c.resolution = r.number),
     '[]') AS covers
   FROM resolutions r
   WHERE r.coop_id = current_setting('app.coop')::uuid
     AND (r.adopted_on >= $1::date AND r.adopted_on < $2::date OR EXISTS (
       SELECT FROM resolution_covers c WHERE c.coop_id = r.coop_id AND c.resolution = r.number AND c.season = $3))
   ORDER BY r.adopted_on, r.number COLLATE "C"`,
);

const readMinutes = statement(
  'minutes of a season',
  `SELECT a.minutes, COALESCE((
     SELECT json_agg(json_build_object('member', t.member, 'name', COALESCE(m.name, t.member)) ORDER BY t.nth)
     FROM json_array_elements_text(a.minutes -> 'attendance') WITH ORDINALITY AS t (member, nth)
       LEFT JOIN members m ON m.coop_id = a.coop_id AND m.number = t.member), '[]') AS attendance
   FROM assembly_minutes a
   WHERE a.coop_id = current_setting('app.coop')::uuid
     AND (a.day >= $1::date AND a.day < $2::date OR EXISTS (
       SELECT FROM json_array_elements(a.minutes -> 'agenda') i, json_array_elements(i -> 'covers') c
       WHERE i ->> 'state' = 'carried' AND name_key(c ->> 'season') = name_key($3)))
   ORDER BY a.day, a.code`,
);

type MinutesRow = { readonly minutes: HeldAssembly; readonly attendance: NamedAssembly['attendance'] };

/** Draws up what whoever supervises co-ops wants of a season. */
export class WriteAnnualPack {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly balance: ShowBalanceSheet,
    private readonly income: ShowIncomeStatement,
    private readonly runs: RunsPort,
    private readonly funds: SumFunds,
  ) {}

  /** @throws Refusal `not-found`, `withdrawn` */
  async run(tx: Transaction, asked: string, language: Language): Promise<AnnualPack> {
    const season = found(await this.seasons.find(tx, asked), 'season', asked);
    refuseWithdrawn(season);
    const { name: coop, currency, places, timezone } = await this.coops.get(tx);
    const { code, state, from, until } = season;
    const to = addDays(until, -1);
    const { items: income } = await this.income.run(tx, { season: code }, language);
    const { items: balance } = await this.balance.run(tx, language, to);
    const certificates = await tx.query<
      Omit<RegisteredCertificate, 'amount' | 'paid'> & { amount: bigint; paid: bigint }
    >(readCertificates, [from, until]);
    const funds = await this.fundsOver(tx, { from, to }, language, places);
    const labels = new Map(funds.map(({ fund, label }) => [fund, label]));
    const held = certificates.filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn === to);
    return {
      ...{ coop, timezone, season: code, state, from, to, currency, places, income, balance },
      result: income.at(-1)?.amount ?? formatAmount(0n, places),
      funds: funds.map(({ label, before, moved, after }) => ({ label, before, moved, after })),
      appropriation: await this.appropriation(tx, code, language, (fund) => labels.get(fund) ?? fund),
      members: await tx.query<RegisteredMember>(readMembers, [from, until]),
      certificates: certificates.map(({ amount, paid, ...one }) => ({
        ...{ ...one, amount: formatAmount(amount, places), paid: formatAmount(paid, places) },
      })),
      shareCapital: formatAmount(
        held.reduce((sum, { paid }) => sum + paid, 0n),
        places,
      ),
      assets: await assetsOfSeason(tx, { from, until }, places),
      oldSeasons: await oldSeasonsBefore(tx, from, places),
      minutes: (await tx.query<MinutesRow>(readMinutes, [from, until, code])).map(({ minutes, attendance }) => ({
        ...{ ...minutes, attendance },
      })),
      resolutions: await tx.query<ResolutionOfSeason>(readResolutions, [from, until, code]),
    };
  }

  private async fundsOver(
    tx: Transaction,
    { from, to }: { readonly from: Day; readonly to: Day },
    language: Language,
    places: number,
  ): Promise<(FundOverSeason & { readonly fund: string })[]> {
    const before = await this.funds.run(tx, language, addDays(from, -1));
    const after = await this.funds.run(tx, language, to);
    const nothing = formatAmount(0n, places);
    return after.items.map(({ fund, label, balance }) => {
      const was = before.items.find((one) => one.fund === fund)?.balance ?? nothing;
      const moved = formatAmount(readAmount(balance, places) - readAmount(was, places), places);
      return { fund, label, before: was, moved, after: balance };
    });
  }

  private async appropriation(
    tx: Transaction,
    season: string,
    language: Language,
    labelOf: (fund: string) => string,
  ): Promise<AnnualPack['appropriation']> {
    const approved = await this.runs.approvedOf(tx, season);
    const run = approved === undefined ? undefined : await this.runs.head(tx, approved);
    if (run === undefined) return [];
    const { funds, pool } = run.outcome;
    return [
      ...funds.map(({ fund, amount }) => ({ label: labelOf(fund), amount })),
      { label: inWords('field', 'pool', language), amount: pool },
    ];
  }
}
