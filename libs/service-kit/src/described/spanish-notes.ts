import { EVERY_SERVICE_NOTES } from './spanish-notes/every-service.js';
import { INVENTORY_NOTES } from './spanish-notes/inventory.js';
import { MEMBERS_NOTES } from './spanish-notes/members.js';
import { PRODUCTION_NOTES } from './spanish-notes/production.js';
import { BOOK_NOTES } from './spanish-notes/profit-sharing/books.js';
import { RECORD_NOTES } from './spanish-notes/profit-sharing/records.js';
import { SEASON_NOTES } from './spanish-notes/profit-sharing/seasons.js';
import { SHARE_NOTES } from './spanish-notes/profit-sharing/shares.js';
import { SALES_NOTES } from './spanish-notes/sales.js';

/** What the documents of the API say of routes and fields besides their names, in Spanish, by the English text that stands in the code. */
export const SPANISH_NOTES: ReadonlyMap<string, string> = new Map([
  ...EVERY_SERVICE_NOTES,
  ...MEMBERS_NOTES,
  ...PRODUCTION_NOTES,
  ...INVENTORY_NOTES,
  ...SALES_NOTES,
  ...RECORD_NOTES,
  ...BOOK_NOTES,
  ...SEASON_NOTES,
  ...SHARE_NOTES,
]);
