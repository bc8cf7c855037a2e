import { fieldOf } from '@ayni/kernel';
import type { ActRoute, Sent } from '../api/route.js';
import type { Answered } from './answered.js';
import type { KeepableRoute, KeptCommand } from './kept-command.js';
import { commandsIn, giveUp } from './queue.js';

const SALES = 'POST /api/sales/v1/late-records';
const PRODUCTION = 'POST /api/production/v1/late-records';
const INVENTORY = 'POST /api/inventory/v1/late-records';

/** A row to be handed in, and where. */
type HandedIn =
  | { readonly route: typeof SALES; readonly sent: Sent<typeof SALES> }
  | { readonly route: typeof PRODUCTION; readonly sent: Sent<typeof PRODUCTION> }
  | { readonly route: typeof INVENTORY; readonly sent: Sent<typeof INVENTORY> };

type LateRow = { readonly row: Record<string, unknown>; readonly keptAt: string; readonly refusal: 'season-closed' };

/** Where the rows of a command are handed in that came too late. */
const HAND_IN: { readonly [R in KeepableRoute]?: (late: LateRow) => HandedIn } = {
  'POST /api/sales/v1/sales': (late) => ({ route: SALES, sent: { body: { kind: 'sale', ...late } } }),
  'POST /api/production/v1/harvests': (late) => ({ route: PRODUCTION, sent: { body: { kind: 'harvest', ...late } } }),
  'POST /api/production/v1/work': (late) => ({ route: PRODUCTION, sent: { body: { kind: 'work', ...late } } }),
  'POST /api/inventory/v1/deliveries': (late) => ({ route: INVENTORY, sent: { body: { kind: 'delivery', ...late } } }),
  'POST /api/inventory/v1/losses': (late) => ({ route: INVENTORY, sent: { body: { kind: 'loss', ...late } } }),
};

/**
 * Whether a command was refused because its season had closed, and nobody has it before her: it is the treasurer's to
 * date. A clock that was set back leaves nothing watched.
 */
export const isLate = ({ state, route, refusal, watchedUntil, keptAt }: KeptCommand, now: number): boolean =>
  state === 'refused' &&
  refusal?.code === 'season-closed' &&
  HAND_IN[route] !== undefined &&
  (watchedUntil === undefined || now >= watchedUntil || now < keptAt);

/** The same command, waiting to be handed over. */
export function toHandOver({ refusal, answeredAt: _, ...command }: KeptCommand): KeptCommand {
  return { ...command, state: 'waiting', ...(refusal === undefined ? {} : { late: refusal }) };
}

/** Hands the rows of a command over, one after the other, each under a key of its own. */
export async function handOver(
  command: KeptCommand,
  post: <R extends ActRoute>(route: R, sent: Sent<R>, key: string) => Promise<Answered>,
): Promise<Answered> {
  for (const [index, { route, sent }] of handedInOf(command).entries()) {
    const answered = await post(route, sent, `${command.key}.${index}`);
    if (answered.state !== 'sent') return answered;
  }
  return { state: 'handed-over' };
}

function handedInOf({ route, sent, keptAt, clockAhead }: KeptCommand): readonly HandedIn[] {
  const rows = fieldOf(fieldOf(sent, 'body'), 'rows');
  const at = new Date(keptAt + clockAhead).toISOString();
  return (Array.isArray(rows) ? rows : []).flatMap((row: unknown) => {
    const handIn = HAND_IN[route];
    if (handIn === undefined || typeof row !== 'object' || row === null) return [];
    return [handIn({ row: { ...row }, keptAt: at, refusal: 'season-closed' })];
  });
}

/** Gives up what was itself to be taken back, and never came into the books: with the reason for which that was. @returns whether it was so */
export async function giveUpTakenBack(key: string): Promise<boolean> {
  const reversal = (await commandsIn('waiting')).find(({ after }) => after === key);
  if (reversal === undefined) return false;
  const reason = fieldOf(fieldOf(reversal.sent, 'body'), 'reason');
  return giveUp(key, typeof reason === 'string' ? reason : reversal.label);
}
