import { KEPT_COOPS } from '@ayni/reference-data/coops/kept-coops';
import { KEPT_MEMBERS } from '@ayni/reference-data/register/kept-members';
import { KEPT_SEASONS } from '@ayni/reference-data/seasons/kept-seasons';
import { KEPT_USERS } from '@ayni/reference-data/users/kept-users';
import type { Rebuilt } from '@ayni/service-kit/definition';

/**
 * What the store keeps of harvests and receipts. Left out, because it depends on what its own doors wrote as well, such
 * as deliveries and losses, or on which of two logs was read first:
 * - from which lot a line of a receipt took how much, and so what remains in each lot and the events `stock-issued`;
 *   what a line took and still lacks is together what it sold, always;
 * - which lines were short and for how long, and how many events an issue has told of that;
 * - the code of a lot, which gets a number where a lot of another origin had the same code first.
 * Deliveries and losses, their lots, movements and takings are its own commands' work. So are products, which
 * handlers look up. When something was applied is another moment in a rebuild.
 */
export const rebuilt: Rebuilt = {
  given: ['products'],
  kept: [
    KEPT_COOPS,
    KEPT_SEASONS,
    ...KEPT_USERS,
    KEPT_MEMBERS,
    {
      of: 'harvests',
      query: 'SELECT coop_id, code, day, harvested_at, structure, product, quantity, home_use FROM harvests',
    },
    {
      of: 'lots',
      query: `SELECT coop_id, origin_code, product, day, received_at, expires_on, quantity
        FROM lots WHERE origin = 'harvest'`,
    },
    {
      of: 'movements',
      query: `SELECT coop_id, kind, code, line, reversal, product, day, quantity
        FROM movements WHERE kind IN ('harvest', 'sale')`,
    },
    {
      // a sum of nothing is there or not, as what makes it came at once or apart
      of: 'stock_totals',
      query: `SELECT coop_id, monthly, day, product, kind, quantity
        FROM stock_totals WHERE kind IN ('harvest', 'home-use', 'sale') AND quantity <> 0`,
    },
    {
      of: 'takings and shortages',
      query: `SELECT coop_id, code, line, sum(quantity) AS quantity FROM (
          SELECT coop_id, code, line, quantity FROM takings WHERE use = 'sale'
          UNION ALL SELECT coop_id, code, line, open FROM shortages WHERE use = 'sale') AS met
        GROUP BY coop_id, code, line`,
    },
    { of: 'issues', query: 'SELECT coop_id, code, day, lines, centavos FROM issues' },
    {
      of: 'reversals',
      query: `SELECT coop_id, kind, code, reason, reversed_by FROM reversals WHERE kind IN ('harvest', 'sale')`,
    },
  ],
};
