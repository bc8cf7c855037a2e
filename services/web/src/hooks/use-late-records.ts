import { useList, type ItemOf, type List } from './use-list.js';

export type LateRecord = ItemOf<'GET /api/sales/v1/late-records'>;
export type LateState = LateRecord['state'];

/** The services to which what was kept on a phone may come late. */
export const LATE_SERVICES = ['sales', 'production', 'inventory'] as const;
export type LateService = (typeof LATE_SERVICES)[number];

/** What came when its season had closed, by the service that has it: where one is away, the others still show theirs. */
export function useLateRecords(state: LateState): { readonly [service in LateService]: List<LateRecord> } {
  const sent = { query: { state } };
  return {
    sales: useList('GET /api/sales/v1/late-records', sent),
    production: useList('GET /api/production/v1/late-records', sent),
    inventory: useList('GET /api/inventory/v1/late-records', sent),
  };
}
