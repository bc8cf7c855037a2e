/** What is asked of a co-op's books every day, or wherever one of them is looked at. */
export type Question = {
  readonly what: string;
  readonly path: string;
  /** Milliseconds that the answer may take at a hundred times the example; undefined where growing is right. */
  readonly limit?: number;
};

const DAY = '2025-12-18';
const ONE_DAY = `from=${DAY}&to=${DAY}`;

/** The questions about a season of the example, however many times as large, that was shared out in `run`. */
export const questions = (season: string, run: string): readonly Question[] => [
  { what: 'stock now', path: '/api/inventory/v1/stock', limit: 15 },
  { what: 'stock on a day', path: `/api/inventory/v1/stock?on=${DAY}`, limit: 15 },
  { what: 'balances', path: '/api/profit-sharing/v1/ledger/balances', limit: 20 },
  { what: 'balances on a day', path: `/api/profit-sharing/v1/ledger/balances?on=${DAY}`, limit: 20 },
  { what: 'figures of a season', path: `/api/profit-sharing/v1/seasons/${season}/figures`, limit: 20 },
  { what: 'sales totals by day', path: '/api/sales/v1/totals/sales?by=day', limit: 40 },
  { what: 'sales totals by feria', path: '/api/sales/v1/totals/sales?by=market', limit: 40 },
  { what: 'sales totals by product', path: '/api/sales/v1/totals/sales?by=product', limit: 40 },
  { what: 'movements of one kind', path: '/api/inventory/v1/movements?kind=loss', limit: 10 },
  { what: 'movements of one day', path: `/api/inventory/v1/movements?${ONE_DAY}`, limit: 10 },
  { what: 'movements of a rare product', path: '/api/inventory/v1/movements?product=QUINOA', limit: 10 },
  { what: 'sales of one day', path: `/api/sales/v1/sales?${ONE_DAY}`, limit: 10 },
  { what: 'sales of one feria', path: '/api/sales/v1/sales?market=Villa%20Dolores', limit: 10 },
  { what: 'entries by code', path: '/api/profit-sharing/v1/ledger/entries?code=R000900', limit: 10 },
  { what: 'work of a member', path: '/api/production/v1/work?member=008', limit: 10 },
  { what: 'feed of a rare type', path: '/api/sales/v1/events?types=ayni.sales.sale-reversed.v1', limit: 10 },
  { what: 'statement of a member', path: `/api/profit-sharing/v1/runs/${run}/statements/members/008`, limit: 10 },
  { what: 'statement of a family', path: `/api/profit-sharing/v1/runs/${run}/statements/households/F01`, limit: 10 },
  { what: 'verify', path: `/api/profit-sharing/v1/runs/${run}/verification` },
];

/** The lists that grow, of which a first page is asked as soon as a season is loaded. */
export const LISTS = [
  '/api/sales/v1/sales',
  '/api/inventory/v1/movements',
  '/api/inventory/v1/lots',
  '/api/inventory/v1/deliveries',
  '/api/inventory/v1/losses',
  '/api/production/v1/harvests',
  '/api/production/v1/work',
  '/api/production/v1/care',
  '/api/profit-sharing/v1/ledger/entries',
  '/api/profit-sharing/v1/expenses',
  '/api/profit-sharing/v1/advances',
] as const;

/** Milliseconds that such a page may take. */
export const FIRST_PAGE_LIMIT = 10;
