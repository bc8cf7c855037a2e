import { say } from './say.js';

/** A unit as people say it: the ones that the system names itself have words, the others are what the co-op calls them. */
export const unitName = (unit: string): string => (unit === 'piece' ? say('stall.piece') : unit);
