import { answer, atMinute, columns } from '../answer.js';
import { coopNames } from '../coop-codes.js';
import type { OpsContext, SystemOptions } from '../ops-context.js';
import { withSystem } from '../open-system.js';
import { findParked, type Which } from './find-parked.js';

/** `parked list`: all that services could not apply, and bytes that are no event. */
export async function listParked(
  { data, json, service }: SystemOptions & Pick<Which, 'service'>,
  context: OpsContext,
): Promise<void> {
  const { say } = context;
  await withSystem({ data }, context, async (system) => {
    const name = await coopNames(system);
    const all = (await findParked(system, { service }, context.language)).map((one) =>
      one.kind === 'event' ? { ...one, coop: name(one.coop) } : one,
    );
    answer({ parked: all }, json, () => {
      if (all.length === 0) return [say('nothingParked')];
      const heads = ['id', 'service', 'coop', 'type', 'aggregate', 'seq', 'since', 'reason'] as const;
      return columns([
        heads.map((head) => say(head)),
        ...all.map((one) => {
          const of = one.kind === 'event' ? [one.coop, one.type, one.aggregate, String(one.seq)] : ['-', '-', '-', '-'];
          return [one.id, one.service, ...of, atMinute(one.since), one.reason];
        }),
      ]);
    });
  });
}
