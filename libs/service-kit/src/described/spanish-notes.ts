import { EVERY_SERVICE_NOTES } from './spanish-notes/every-service.js';
import { INVENTORY_NOTES } from './spanish-notes/inventory.js';
import { MEMBERS_NOTES } from './spanish-notes/members.js';
import { PRODUCTION_NOTES } from './spanish-notes/production.js';
import { PROFIT_SHARING_NOTES } from './spanish-notes/profit-sharing.js';
import { SALES_NOTES } from './spanish-notes/sales.js';

/** What the documents of the API say of routes and fields besides their names, in Spanish, by the English text that stands in the code. */
export const SPANISH_NOTES: ReadonlyMap<string, string> = new Map([
  ...EVERY_SERVICE_NOTES,
  ...MEMBERS_NOTES,
  ...PRODUCTION_NOTES,
  ...INVENTORY_NOTES,
  ...SALES_NOTES,
  ...PROFIT_SHARING_NOTES,
]);
