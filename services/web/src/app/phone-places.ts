import { attendance } from '../pages/attendance/phone-places.js';
import { me } from '../pages/me/phone-places.js';
import { own } from '../pages/own/phone-places.js';
import type { Place } from '../pages/place.js';
import { queue } from '../pages/queue/phone-places.js';
import { stall } from '../pages/stall/phone-places.js';

/** The pages that open without a line. */
export const phonePlaces: readonly Place[] = [...attendance, ...me, ...own, ...queue, ...stall];
