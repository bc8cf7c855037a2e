import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '@ayni/processes/error-code';
import type { Logger } from 'pino';

const PAUSE_MS = 500;

/** How long a start waits for the servers that it needs. */
export type Patience = { readonly ms: number; readonly signal: AbortSignal; readonly logger: Logger };

/**
 * Does `work` again until it succeeds, as long as what it fails with may pass by itself.
 * @param what what is waited for, as a person calls it
 * @throws Error in one sentence, when patience ends; whatever else `work` throws, at once
 */
export async function waitFor<Result>(
  what: string,
  work: () => Promise<Result>,
  mayPass: (error: unknown) => boolean,
  { ms, signal, logger }: Patience,
): Promise<Result> {
  const deadline = performance.now() + ms;
  for (let told = false; ; told = true) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error)) throw error;
      if (performance.now() > deadline)
        throw new Error(`${what} cannot be reached within ${ms / 1000} s: ${reasonOf(error)}`, { cause: error });
      if (!told) logger.warn({ reason: reasonOf(error) }, `waiting for ${what}`);
    }
    await pause(PAUSE_MS, undefined, { signal });
  }
}

/** What an error says; connecting to several addresses of a name says nothing but its code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || errorCode(error);
}
