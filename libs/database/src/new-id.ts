import { uuidv7 } from 'uuidv7';
import type { CommandId, CoopId, EventId } from '@ayni/kernel';

export const newEventId = (): EventId => uuidv7() as EventId;
export const newCommandId = (): CommandId => uuidv7() as CommandId;
export const newCoopId = (): CoopId => uuidv7() as CoopId;
