import { readFile } from 'node:fs/promises';
import { SERVICES, type ServiceName } from '@ayni/contracts';

const HOW_TO = new URL('../../../docs/how-to/run-on-kafka.md', import.meta.url);

const OF_MEMBERS = ['ayni.members.coops', 'ayni.members.users.internal', 'ayni.members.access.internal'];

/** The topics that a service reads, as the table of the how-to for Kafka has them. */
export async function documentedReads(service: ServiceName): Promise<string[]> {
  const [, table = ''] = (await readFile(HOW_TO, 'utf8')).split('| service          | reads');
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  const first = rows.findIndex((row) => row.startsWith(`| \`${service}\``));
  const next = rows.findIndex((row, i) => i > first && row.startsWith('| `'));
  const named = rows.slice(first, next < 0 ? undefined : next).flatMap((row) => row.match(/ayni\.[\w.<>-]+/g) ?? []);
  const all = ['ayni.profit-sharing.seasons', ...(service === 'members' ? [] : OF_MEMBERS), ...named];
  return all.flatMap((name) => (name.includes('<') ? SERVICES.map((one) => name.replace('<service>', one)) : [name]));
}
