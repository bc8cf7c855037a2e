/**
 * Rows that a rebuild from the logs must find equal. No moment of applying is in them (it is another one each time),
 * nothing that commands wrote, and nothing that depends on which of two logs was read first.
 */
export type Kept = {
  /** What the rows are, as an operator is told. */
  readonly of: string;
  /** Gives the rows of all co-ops, in any order, no two of them alike. */
  readonly query: string;
};
