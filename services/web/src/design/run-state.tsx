import type { Answer } from '../api/route.js';
import { wordOf } from '../words/word-of.js';
import { Pill } from './notice.js';

type State = Answer<'GET /api/profit-sharing/v1/runs/{id}'>['state'];

const KINDS = {
  calculated: 'plain',
  proposed: 'waiting',
  approved: 'done',
  paying: 'waiting',
  paid: 'done',
  rejected: 'refused',
  superseded: 'plain',
  reversed: 'refused',
} as const satisfies Record<State, 'plain' | 'waiting' | 'done' | 'refused'>;

/** Where shares are on their way from being worked out to being approved. */
export function RunState({ state }: { state: State }) {
  return <Pill kind={KINDS[state]}>{wordOf('state', state)}</Pill>;
}
