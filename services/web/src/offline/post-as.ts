import { Problem } from '../api/problem.js';
import type { ActRoute, Sent } from '../api/route.js';
import { sendAs } from '../api/send-as.js';
import type { Owner } from '../api/session.js';
import { answeredBy, type Answered } from './answered.js';

/** Sends what somebody kept on this device, as her and as nobody else. */
export async function postAs<R extends ActRoute>(
  owner: Owner,
  route: R,
  sent: Sent<R>,
  key: string,
): Promise<Answered> {
  try {
    const response = await sendAs(owner, route, sent, key);
    return response === undefined ? { state: 'signed-out' } : await answeredBy(response);
  } catch (error) {
    if (error instanceof Problem) return { state: error.status === 401 ? 'signed-out' : 'unreachable' };
    throw error;
  }
}
