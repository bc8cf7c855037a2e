import { addDays, dayIn, parseInstant, type Day } from '@ayni/kernel';
import type { Client } from '@ayni/api-client/client';
import type { Coop } from './coop.js';

/** The person who approves the shares: another than the one who worked them out. */
export type Approver = { readonly name: string; readonly password: string };

/**
 * Works the shares of a closed season out, puts them to the assembly, enters its resolution and has a second person
 * approve them. @returns the id of the approved run
 */
export async function shareOut(
  client: Client,
  { season, coop, votes, approver, now }: { season: string; coop: Coop; votes: number; approver: Approver; now: Date },
): Promise<string> {
  const base = '/api/profit-sharing/v1';
  const run = (await client.post(`${base}/seasons/${encodeURIComponent(season)}/runs`, {}))
    .field('run')
    .field('id').text;
  await client.post(`${base}/runs/${run}/proposal`, {});
  const resolution = `shares-${season}`;
  const adopted = await client.command('/api/members/v1/resolutions', {
    rows: [
      {
        number: resolution,
        adoptedOn: assemblyDay(coop, now),
        subject: `Shares of ${coop.season.name}`,
        votesFor: votes,
        votesAgainst: 0,
        abstentions: 0,
      },
    ],
  });
  await client.settled(adopted, 'profit-sharing');
  await client.post('/api/members/v1/users', { rows: [{ ...approver, roles: ['president'] }] });
  await client.as(approver.name, approver.password).post(`${base}/runs/${run}/approval`, { resolution });
  return run;
}

/** The assembly meets on the day after the season, or today where that has not come. */
function assemblyDay({ zone, season }: Coop, now: Date): Day {
  const today = dayIn(zone, parseInstant(now.toISOString()));
  const after = addDays(season.to, 1);
  return after < today ? after : today;
}
