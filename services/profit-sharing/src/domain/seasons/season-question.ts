import type { Day } from '@ayni/kernel';
import type { Season } from './season.js';

export const QUESTION_STATES = ['asking', 'done', 'refused', 'cancelled'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** That a season is to become another or to be withdrawn, if no service has facts on the days in question. */
export type SeasonQuestion = {
  /** The version of the season with which it was asked. */
  readonly asked: number;
  /** What the season is to be. */
  readonly wanted: Season;
  /** Why it is to be withdrawn; null where it is to become `wanted`. */
  readonly withdrawal: string | null;
  readonly by: string;
};

/** A question as it is kept. */
export type KeptQuestion = SeasonQuestion & { readonly state: QuestionState; readonly askedAt: string };

/** A day on which facts of a kind lie that a service wrote. */
export type DayOfFacts = { readonly kind: string; readonly day: Day; readonly records: number };

/** What a service answered to a question. */
export type CountedDays = { readonly service: string; readonly days: readonly DayOfFacts[] };
