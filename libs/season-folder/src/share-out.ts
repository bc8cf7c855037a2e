import { addDays, dayIn, parseInstant, type Day } from '@ayni/kernel';
import type { Client } from '@ayni/api-client/client';
import type { Coop } from './coop.js';
import { membersOn } from './members-on.js';

/** The person who approves the shares: another than the one who worked them out. */
export type Approver = { readonly name: string; readonly password: string };

/**
 * Works the shares of a closed season out, puts them to the assembly, enters the resolution by which all members
 * carried them and has a second person approve them. @returns the id of the approved run
 */
export async function shareOut(
  client: Client,
  { season, coop, approver, now }: { season: string; coop: Coop; approver: Approver; now: Date },
): Promise<string> {
  const base = '/api/profit-sharing/v1';
  const calculated = (await client.post(`${base}/seasons/${encodeURIComponent(season)}/runs`, {})).field('run');
  const run = calculated.field('id').text;
  await client.post(`${base}/runs/${run}/proposal`, {});
  const resolution = `reparto-${season}`;
  const adoptedOn = assemblyDay(coop, now);
  const adopted = await client.command('/api/members/v1/resolutions', {
    rows: [
      {
        number: resolution,
        adoptedOn,
        // as the books of such a co-op say it
        subject: `Reparto de ${coop.season.name}`,
        votesFor: await membersOn(client, adoptedOn),
        votesAgainst: 0,
        abstentions: 0,
        covers: [{ kind: 'run', season, fingerprint: calculated.field('fingerprint').text }],
      },
    ],
  });
  await client.settled(adopted, 'profit-sharing');
  const second = await appointed(client, approver);
  await second.post(`${base}/runs/${run}/approval`, { resolution });
  return run;
}

/** The assembly meets on the day after the season, or today where that has not come. */
function assemblyDay({ zone, season }: Coop, now: Date): Day {
  const today = dayIn(zone, parseInstant(now.toISOString()));
  const after = addDays(season.to, 1);
  return after < today ? after : today;
}

/** Names who approves, unless she was named for an earlier season, and signs her in. */
export async function appointed(client: Client, { name, password }: Approver): Promise<Client> {
  const given = `${password} at first`;
  await client.post('/api/members/v1/users', { rows: [{ name, password: given, roles: ['president'] }] });
  return client.takingUp(name, given, password);
}
