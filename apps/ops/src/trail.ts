import { SERVICES, type ServiceName } from '@ayni/contracts';
import { answer, columns, endAsWrong } from './answer.js';
import { connected } from './connect.js';
import { coopNames } from './coop-codes.js';
import { withSystem, type System } from './open-system.js';
import { DATA_OPTION, JSON_OPTION, type AddCommand, type OpsContext, type SystemOptions } from './ops-context.js';

/** The trail of a co-op in a service, as far as it was looked at. */
type Trail = {
  readonly service: ServiceName;
  readonly coop: string;
  readonly rows: number;
  /** The hash of the last row: whoever noted it earlier can tell that none before it is another one now. */
  readonly last: string;
  /** The number of the first row that is not what it was; null where all are. */
  readonly broken: number | null;
};

const VERIFY = `
  WITH chained AS (
    SELECT t.*, t.hash = trail_hash(lag(t.hash, 1, '') OVER own, t::trail)
      AND t.number = row_number() OVER own AS holds
    FROM trail t WINDOW own AS (PARTITION BY t.coop_id ORDER BY t.number)
  )
  SELECT coop_id AS coop, count(*)::int AS rows, (array_agg(hash ORDER BY number DESC))[1] AS last,
    (min(number) FILTER (WHERE NOT holds))::int AS broken
  FROM chained GROUP BY coop_id ORDER BY coop_id`;

/** `trail verify`: whether anybody changed, removed or slipped in a row of the trails of all co-ops. */
export const addTrail: AddCommand = (program, context) => {
  program
    .command('trail')
    .description('who did what of consequence')
    .command('verify')
    .description('work the hashes of all trails out again; fails where a row is not what it was')
    .option(...DATA_OPTION)
    .option(...JSON_OPTION)
    .action((options: SystemOptions) => verify(options, context));
};

async function verify({ data, json }: SystemOptions, context: OpsContext): Promise<void> {
  const { say } = context;
  await withSystem({ data }, context, async (system) => {
    const name = await coopNames(system);
    const trails: Trail[] = [];
    for (const service of SERVICES)
      for (const trail of await trailsOf(system, service)) trails.push({ ...trail, coop: name(trail.coop) });
    answer({ trails }, json, () =>
      columns([
        [say('service'), say('coop'), say('trailRows'), say('trailLast'), say('trailState')],
        ...trails.map(({ service, coop, rows, last, broken }) => [
          ...[service, coop, String(rows), last],
          broken === null ? say('trailHolds') : say('trailBroken', { number: String(broken) }),
        ]),
      ]),
    );
    endAsWrong(trails.some(({ broken }) => broken !== null));
  });
}

const trailsOf = (system: System, service: ServiceName): Promise<Trail[]> =>
  connected(system.url(service, 'operator'), async (client) => {
    const { rows } = await client.query<Omit<Trail, 'service'>>(VERIFY);
    return rows.map((row) => ({ service, ...row }));
  });
