import { jsonOf } from '@ayni/kernel';
import { Problem } from '../api/problem.js';
import type { Refusal } from './kept-command.js';

/** What came of sending a command. */
export type Answered =
  | { readonly state: 'sent' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** It came too late, and the treasurer has it now. */
  | { readonly state: 'handed-over' }
  /** Nobody answered, or somebody who is not the system: nothing gets through now. */
  | { readonly state: 'unreachable' }
  /** The system is there, but cannot do it now. */
  | { readonly state: 'away' }
  /** Whoever kept it is not signed in any more. */
  | { readonly state: 'signed-out' };

const REFUSED = [400, 403, 404, 409, 412, 413, 422];

/**
 * What an answer means for a command. Only the system says that it is done or refused: a hotel's sign-in page is a 200,
 * and a proxy's is a 403.
 */
export async function answeredBy(response: Response): Promise<Answered> {
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status === 401) return { state: 'signed-out' };
  if (response.ok) {
    const isDone = /^application\/json\b/.test(type) && jsonOf(await response.text()) !== undefined;
    return { state: isDone ? 'sent' : 'unreachable' };
  }
  if (!/^application\/problem\+json\b/.test(type)) return { state: 'unreachable' };
  if (!REFUSED.includes(response.status)) return { state: 'away' };
  const problem = Problem.of(response.status, jsonOf(await response.text()));
  if (problem.passes) return { state: 'unreachable' };
  const { status, code, detail, faults, requestId } = problem;
  return { state: 'refused', refusal: { status, code, detail, faults, requestId } };
}
