import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import type { CountedDays, DayOfFacts, KeptQuestion, QuestionState, SeasonQuestion } from './season-question.js';

/** A service's answer to a question about a season. */
export type CountedBooks = CountedDays & { readonly season: string; readonly asked: number };

/** What all services were asked about seasons, and what they answered. */
export abstract class SeasonQuestionsPort {
  abstract ask(tx: Transaction, season: string, question: SeasonQuestion): Promise<void>;
  /** What was asked last of a season. */
  abstract last(tx: Transaction, season: string): Promise<KeptQuestion | undefined>;
  abstract settle(tx: Transaction, season: string, asked: number, state: QuestionState): Promise<void>;
  abstract keepCounts(tx: Transaction, counts: readonly CountedBooks[]): Promise<void>;
  abstract counts(tx: Transaction, season: string, asked: number): Promise<readonly CountedDays[]>;
  /** The facts that these books hold themselves on days of which others are asked, written here or applied. */
  abstract ownOn(tx: Transaction, days: readonly DayRange[]): Promise<readonly DayOfFacts[]>;
}
