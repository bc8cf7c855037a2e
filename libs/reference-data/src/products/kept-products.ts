import type { Kept } from '../kept.js';

/** The products and units that a service keeps from inventory's events. */
export const KEPT_PRODUCTS: readonly Kept[] = [
  { of: 'products', query: 'SELECT coop_id, code, name, stock_unit, retired_on FROM products' },
  { of: 'units', query: 'SELECT coop_id, product, unit, valid_from, factor, retired_on FROM units' },
];
