import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { daysOfFacts } from '@ayni/facts/days-of-facts';
import { parseDay, type DayRange } from '@ayni/kernel';
import type {
  CountedDays,
  DayOfFacts,
  KeptQuestion,
  QuestionState,
  SeasonQuestion,
} from '../domain/seasons/season-question.js';
import { SeasonQuestionsPort, type CountedBooks } from '../domain/seasons/season-questions.port.js';
import { assetDisposals } from '../facts/asset-disposal.js';
import { assets } from '../facts/asset.js';
import { expenses } from '../facts/expense.js';
import { grantReceipts } from '../facts/grant-receipt.js';
import { grantRefunds } from '../facts/grant-refund.js';
import { grantWriteOffs } from '../facts/grant-write-off.js';
import { grants } from '../facts/grant.js';
import { MEMBERS_MONEY } from './members-money.js';
import { daysOfSales } from './sales-posted.js';
import { SeasonCountEntity, SeasonQuestionEntity } from './season-question.entity.js';

const readLast = statement(
  'last question about season',
  `SELECT asked, wanted, withdrawal, asked_by AS "by", asked_at AS "askedAt", state FROM season_questions
   WHERE coop_id = current_setting('app.coop')::uuid AND season = $1 ORDER BY asked DESC LIMIT 1`,
);

const settle = statement(
  'settle question about season',
  `UPDATE season_questions SET state = $3
   WHERE coop_id = current_setting('app.coop')::uuid AND season = $1 AND asked = $2`,
);

const readCounts = statement(
  'counts of season',
  `SELECT service, days FROM season_counts
   WHERE coop_id = current_setting('app.coop')::uuid AND season = $1 AND asked = $2 ORDER BY service`,
);

const WRITTEN = [
  expenses,
  assets,
  assetDisposals,
  grants,
  grantReceipts,
  grantRefunds,
  grantWriteOffs,
  ...MEMBERS_MONEY,
];

const OWN = [
  ...WRITTEN.map(({ total }) => total.daysOfFacts),
  daysOfFacts('work', 'work_records'),
  daysOfFacts('delivery', 'deliveries'),
  daysOfSales,
];

/** Questions about seasons in PostgreSQL. */
export class PostgresSeasonQuestions extends SeasonQuestionsPort {
  async ask(tx: Transaction, season: string, { by, ...question }: SeasonQuestion): Promise<void> {
    const askedAt = tx.now.toISOString();
    await tx.insert(SeasonQuestionEntity, [{ season, ...question, askedBy: by, askedAt, state: 'asking' }]);
  }

  async last(tx: Transaction, season: string): Promise<KeptQuestion | undefined> {
    const [question] = await tx.query<KeptQuestion>(readLast, [season]);
    return question;
  }

  async settle(tx: Transaction, season: string, asked: number, state: QuestionState): Promise<void> {
    await tx.query(settle, [season, asked, state]);
  }

  async keepCounts(tx: Transaction, counts: readonly CountedBooks[]): Promise<void> {
    await tx.insert(SeasonCountEntity, counts, { onConflict: 'nothing' });
  }

  counts(tx: Transaction, season: string, asked: number): Promise<CountedDays[]> {
    return tx.query<CountedDays>(readCounts, [season, asked]);
  }

  async ownOn(tx: Transaction, days: readonly DayRange[]): Promise<DayOfFacts[]> {
    const found: DayOfFacts[] = [];
    for (const list of OWN)
      for (const range of days)
        found.push(...(await list(tx, range)).map(({ kind, day, records }) => ({ kind, day: parseDay(day), records })));
    return found;
  }
}
