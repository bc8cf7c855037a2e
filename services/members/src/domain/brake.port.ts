/** Who tries to sign in, and from which address. */
export type Attempt = { readonly coop: string; readonly user: string; readonly source: string };

/**
 * What slows down who guesses, from one address and as one person, whether or not there is such a user. From the
 * tenth attempt on each one that fails doubles the time until the next is looked at, from one second to five minutes.
 * It keeps nobody else out, nor her for good, and is kept over restarts.
 */
export abstract class BrakePort {
  /** Whether this user has signed in from this address before. */
  abstract knows(attempt: Attempt): Promise<boolean>;
  /** Counts an attempt before it is looked at, so that many at once are counted too. @throws Refusal `too-many-attempts` */
  abstract begin(attempt: Attempt, now: Date): Promise<void>;
  /** Forgets what failed before, and that she was here is known. */
  abstract succeeded(attempt: Attempt, now: Date): Promise<void>;
}

/** What an address may fail in, as whomever it tries to sign in, before anything slow is done for it. */
export abstract class SourceBudgetPort {
  /** @throws Refusal `too-many-attempts` */
  abstract spend(source: string): Promise<void>;
  /** Gives back what was spent on an attempt that did not fail. */
  abstract refund(source: string): Promise<void>;
}
