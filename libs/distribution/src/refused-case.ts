import type { BasisName } from './basis.js';

/** Why a case is refused. A case with several faults is refused for the one that stands first here. */
export const CASE_CODES = [
  'bad-document', // something is missing, unknown, there twice or of the wrong kind
  'bad-percent',
  'bad-amount',
  'bad-weight',
  'bases-not-100',
  'unknown-basis',
  'excess-to-capped-fund',
  'duplicate-member',
  'basis-without-entries',
] as const;

export type CaseCode = (typeof CASE_CODES)[number];

/** The expected "no": what is wrong and where (a JSON pointer into the document); `detail` is for people. */
export type RefusedCase = {
  readonly code: CaseCode;
  readonly pointer: string;
  readonly detail: string;
  /** With `basis-without-entries`: the pool that nobody has a weight for, and what an assembly can choose instead. */
  readonly basis?: BasisName;
  readonly pool?: string;
  readonly choices?: readonly string[];
};

export const isRefused = (result: object): result is RefusedCase => 'code' in result;
