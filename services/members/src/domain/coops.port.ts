import type { CoopId } from '@ayni/kernel';
import type { Founding } from './coop.js';

/** The co-ops of the system; only its operator makes one. */
export abstract class CoopsPort {
  /** @throws Refusal `bad-setup-code` where the code is none that can be used */
  abstract refuseWrongCode(setupCode: string): Promise<void>;
  /** Whether there is no co-op yet: the first one is then made with the code that the system printed. */
  abstract isNew(): Promise<boolean>;
  /**
   * Makes a co-op with its first user and tells the other services, all or nothing.
   * @param setupCode a one-time code that this uses up; nothing where the operator asks herself
   * @throws Refusal `bad-setup-code`, `code-taken`
   */
  abstract register(founding: Founding, setupCode?: string): Promise<CoopId>;
}
