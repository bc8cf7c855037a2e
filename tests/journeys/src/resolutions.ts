import type { Client } from '@ayni/api-client/client';

type Carried = { readonly number: string; readonly adoptedOn: string; readonly subject: string };

/** Has the assembly carry the shares of a run, and waits until profit-sharing knows it. */
export async function carry(client: Client, run: string, resolution: Carried): Promise<void> {
  const shares = await client.get(`/api/profit-sharing/v1/runs/${run}`);
  const [season, fingerprint] = [shares.field('season').text, shares.field('fingerprint').text];
  await adopt(client, resolution, { kind: 'run', season, fingerprint });
}

/** Has the assembly carry the first version of a co-op's own rules, as {@link carry} has it carry shares. */
export async function carryRules(client: Client, ruleSet: string, number: string): Promise<void> {
  const shown = await client.get(`/api/profit-sharing/v1/own-rule-sets/${ruleSet}`);
  const fingerprint = shown.field('written').list[0]?.field('fingerprint').text;
  await adopt(client, { number, adoptedOn: '2025-12-31', subject: 'Rules' }, { kind: 'rule-set', fingerprint });
}

async function adopt(client: Client, resolution: Carried, covered: object): Promise<void> {
  const votes = { votesFor: 2, votesAgainst: 0, abstentions: 0 };
  const adopted = await client.command('/api/members/v1/resolutions', {
    rows: [{ ...resolution, ...votes, covers: [covered] }],
  });
  await client.settled(adopted, 'profit-sharing');
}
