import { Type } from 'typebox';
import { eventType } from '../event-type.js';
import { code, count, day, instant, quantity, reason, record, stockQuantity, stockUnit, text } from '../shapes.js';

export const structureRegistered = eventType('production', 'structure-registered', 1, {
  audience: 'public',
  aggregates: 'structures',
  sentWhen: 'a greenhouse, plot or pen was entered',
  schema: record({ code, name: text, kind: Type.String(), areaM2: Type.String() }),
});

export const structureChanged = eventType('production', 'structure-changed', 1, {
  audience: 'public',
  aggregates: 'structures',
  sentWhen: 'a greenhouse, plot or pen was corrected, retired or brought back; it carries it as it stands now',
  schema: record({ code, name: text, kind: Type.String(), areaM2: Type.String(), retiredOn: Type.Optional(day) }),
});

const harvest = {
  code,
  harvestedAt: instant,
  day,
  structure: code,
  product: code,
  quantity,
  unit: code,
  stockUnit,
  /** The whole harvest in stock units, home use included. */
  stockQuantity,
  /** What the families took home; it never enters the store. */
  homeUse: stockQuantity,
};

export const harvestRecorded = eventType('production', 'harvest-recorded', 1, {
  audience: 'public',
  aggregates: 'harvests',
  sentWhen: 'a harvest was entered',
  schema: record(harvest),
});

export const harvestReversed = eventType('production', 'harvest-reversed', 1, {
  audience: 'public',
  aggregates: 'harvests',
  sentWhen: 'a harvest was taken back as if it had never been entered',
  schema: record({ ...harvest, reason }),
});

const work = { code, day, member: code, activity: text, minutes: count, structure: Type.Optional(code) };

export const workConfirmed = eventType('production', 'work-confirmed', 1, {
  audience: 'internal',
  aggregates: 'work',
  sentWhen: 'somebody else than the one who worked confirmed a work record; only then does it count',
  schema: record(work),
});

export const workReversed = eventType('production', 'work-reversed', 1, {
  audience: 'internal',
  aggregates: 'work',
  sentWhen: 'a confirmed work record was taken back',
  schema: record({ ...work, reason }),
});

export const careTotalled = eventType('production', 'care-totalled', 1, {
  audience: 'internal',
  aggregates: 'care-totals',
  sentWhen:
    'what a member cared for on a day came to another sum; what she did stays in production, and the sum counts only where an assembly voted to share by it',
  schema: record({ member: code, day, minutes: count }),
});
