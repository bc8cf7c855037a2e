import type { Client } from '@ayni/api-client/client';

/** How many members the co-op has on a day. */
export async function membersOn(client: Client, day: string): Promise<number> {
  let members = 0;
  for (let after: string | null = ''; after !== null;) {
    const page = await client.get(`/api/members/v1/members?on=${day}&limit=500${after}`);
    members += page.field('items').list.length;
    const next = page.field('next').value;
    after = typeof next === 'string' ? `&after=${encodeURIComponent(next)}` : null;
  }
  return members;
}
