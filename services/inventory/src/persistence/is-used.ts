import { USES } from '../domain/allocation.js';
import { OWN } from './own.js';

/**
 * Whether something was taken of the product that is `asked` for, on days that meet a condition. It is read in the
 * order of an index, and to the first: of a mere EXISTS the planner believes that any row will do, and reads them all.
 */
export const isUsed = (condition: string): string =>
  `COALESCE((SELECT true FROM movements m WHERE ${OWN} AND m.product = asked.product AND ${condition}
     AND m.kind IN (${USES.map((use) => `'${use}'`).join(', ')}) AND NOT m.reversal AND NOT EXISTS (
       SELECT FROM movements r WHERE r.${OWN} AND r.kind = m.kind AND r.code = m.code AND r.line = m.line AND r.reversal)
     ORDER BY m.day, m.kind, m.code LIMIT 1), false)`;
