import { booksClosed, booksCounted } from './books.js';
import type { EventType } from './event-type.js';
import * as inventory from './inventory/events.js';
import * as members from './members/events.js';
import * as production from './production/events.js';
import * as profitSharing from './profit-sharing/events.js';
import { saleRecorded, saleRecordedV2, saleReversed, saleReversedV2 } from './sales/events.js';
import { booksUnfinished } from './unfinished.js';

/** Every event that crosses a border between services. */
export const events: readonly EventType[] = [
  ...Object.values(members),
  ...Object.values(production),
  ...Object.values(inventory),
  saleRecorded,
  saleReversed,
  saleRecordedV2,
  saleReversedV2,
  ...Object.values(profitSharing),
  ...Object.values(booksClosed),
  ...Object.values(booksCounted),
  ...Object.values(booksUnfinished),
];

const byType = new Map(events.map((event) => [event.type, event]));

/** The declaration of an event type, where there is one. */
export const findEventType = (type: string): EventType | undefined => byType.get(type);
