import type { Answer } from '@ayni/api-client/answer';
import type { Client } from '@ayni/api-client/client';

/** All rows of a list of the API, page after page. @param query what it is asked for, such as `on=2025-07-01` */
export async function everyRow(client: Client, path: string, query = ''): Promise<Answer[]> {
  const rows: Answer[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = await client.get(`${path}?${query === '' ? '' : `${query}&`}limit=500${after}`);
    rows.push(...page.field('items').list);
    const next = page.field('next').value;
    after = typeof next === 'string' ? `&after=${encodeURIComponent(next)}` : null;
  }
  return rows;
}
