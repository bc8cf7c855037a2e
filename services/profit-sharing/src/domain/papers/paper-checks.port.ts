import type { CoopId } from '@ayni/kernel';

/** What somebody may ask who has a paper and does not sign in. */
export abstract class PaperChecksPort {
  /** The co-op of this code. */
  abstract coopOf(code: string): Promise<CoopId | undefined>;
}
