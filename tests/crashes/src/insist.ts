import { ApiProblem } from '@ayni/api-client/problem';

/** Does what may be begun again: a service that is killed again and again may be away for longer than a client waits. */
export async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 503) throw error;
    }
}
