import { Listing } from '@ayni/http/listing';

/** Seasons with their rules; `to` is the last day. */
export const seasons = new Listing({
  name: 'fiscal seasons',
  from: 'fiscal_seasons s',
  alias: 's',
  columns: {
    code: 's.code',
    name: 's.name',
    from: 's.from_day',
    to: 's.until_day - 1',
    state: 's.state',
    cashUnit: `s.rule_set ->> 'cashUnit'`,
    ruleSet: `s.rule_set::jsonb - 'cashUnit'`,
    openedBy: 's.opened_by',
    openedAt: 's.opened_at',
  },
  order: ['s.from_day'],
  filters: { code: 's.code' },
});
