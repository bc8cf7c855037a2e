import type { Route } from './routes.js';
import { PREFIXES } from './every-fact.js';
import { ASSEMBLY, CLOSED, hashOfPaper } from './small-coop.js';

/** No paper has it. */
const NO_CHECK = '0'.repeat(24);

/**
 * A path with codes of records that every filled co-op has.
 * @param check the code of a paper of its run
 */
export function knownPath(path: string, run: string, check = NO_CHECK): string {
  const facts = Object.values(PREFIXES).flatMap((kinds) => Object.entries(kinds));
  const codes: Readonly<Record<string, string>> = {
    ...Object.fromEntries(facts.map(([kind, prefix]) => [`/${kind}/{code}`, `${prefix}-1`])),
    '/members/{number}': '001',
    '/users/{name}': 'manager',
    '/households/{code}': 'F01',
    '/structures/{code}': 'G1',
    '/products/{code}': 'ONION',
    '/markets/{code}': encodeURIComponent('Villa Dolores'),
    '/seasons/{code}': CLOSED,
    '/own-rule-sets/{code}': 'own-1',
    '/versions/{version}': '1',
    '/funds/{code}': 'legal-reserve',
    '/certificate-types/{code}': 'capital',
    '/payees/{code}': 'F01',
    '/payouts/{code}': 'PO-1',
    '/household-payments/{code}': 'HP-1',
    '/lapses/{code}': 'LA-1',
    '/sales/{receipt}': 'R-1',
    '/lots/{code}': 'H-1',
    '/attachments/{hash}': hashOfPaper(),
    '/runs/{id}': run,
    '/commands/{id}': run,
    '/devices/{id}': run,
    '/user-devices/{id}': run,
    '/late-records/{id}': run,
    '/api-keys/{name}': 'kiosk',
    '/waiting-changes/{user}': 'manager',
    '/assemblies/{code}': ASSEMBLY,
    '/items/{item}': '1',
    '/votes/{member}': '001',
    '/chacoma/{code}': check,
  };
  return path
    .replace('/checks/{coop}', '/checks/chacoma')
    .replace('/units/{product}', '/units/ONION')
    .replace('/ONION/{unit}', '/ONION/kg')
    .replace('/kg/{validFrom}', '/kg/2024-01-01')
    .replace(/(\/[a-z-]+\/)\{\w+\}/g, (whole, before: string) => {
      const code = codes[whole];
      if (code === undefined) throw new Error(`What may stand in ${path}?`);
      return before + code;
    });
}

/** The query that a route cannot be asked without. */
export function neededQuery({ name, query }: Route): string {
  const values: Readonly<Record<string, string>> = {
    by: 'market',
    account: 'cash',
    market: 'Villa%20Dolores',
    events: 'ayni.sales.sale-recorded.v1:1',
  };
  const fields = query.filter(({ required }) => required);
  if (fields.length === 0) return '';
  const asked = fields.map((field) => {
    const value = values[field.name];
    if (value === undefined) throw new Error(`What may ${field.name} of ${name} be?`);
    return `${field.name}=${value}`;
  });
  return `?${asked.join('&')}`;
}
