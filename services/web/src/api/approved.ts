import type { Answer } from './route.js';

type State = Answer<'GET /api/profit-sharing/v1/runs/{id}'>['state'];

/** Whether the assembly's approval of a run stands, paid or not. */
export const isApproved = (state: State): boolean => state === 'approved' || state === 'paying' || state === 'paid';
