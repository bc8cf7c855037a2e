import type { CoopId } from '@ayni/kernel';
import type { Founding } from './coop.js';

/** The co-ops of the system; only its operator makes one. */
export abstract class CoopsPort {
  /**
   * Makes a co-op with its first user and tells the other services, all or nothing.
   * @param setupCode a one-time code that this uses up; nothing where the operator asks herself
   * @throws Refusal `bad-setup-code`, `code-taken`
   */
  abstract register(founding: Founding, setupCode?: string): Promise<CoopId>;
}
