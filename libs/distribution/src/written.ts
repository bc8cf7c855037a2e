import { sealedParts } from './fingerprint.js';
import { workingsIn, type WorkedCase } from './outcome.js';

/** The figures of one household or one member as JSON, a member's with their workings: as an outcome says them. */
export type WrittenShare =
  | { readonly of: 'household'; readonly household: string; readonly figures: string }
  | { readonly of: 'member'; readonly member: string; readonly household: string; readonly figures: string };

/** A part of the sealed text, and what it says of somebody, if it does. */
export type WrittenPart = { readonly sealed: string; readonly share: WrittenShare | null };

/**
 * The sealed text in its parts, and beside each that is about a household or a member her figures: of very many they are
 * written once for both, and not all are there at the same moment.
 */
export function* writtenByOne(worked: WorkedCase): Generator<WrittenPart> {
  const workings = workingsIn(worked);
  const settlements = worked.settlements.entries();
  const payouts = worked.payouts.values();
  for (const { text, list } of sealedParts(worked)) {
    if (list === '/outcome/members') {
      const [place, settlement] = next(settlements);
      const { member, household } = settlement.member;
      const figures = `${text.slice(1, -1)},"workings":${JSON.stringify(workings(settlement, place))}}`;
      yield { sealed: text, share: { of: 'member', member, household, figures } };
    } else if (list === '/outcome/households') {
      yield { sealed: text, share: { of: 'household', household: next(payouts).household, figures: text.slice(1) } };
    } else {
      yield { sealed: text, share: null };
    }
  }
}

function next<One>(many: Iterator<One>): One {
  const found = many.next();
  if (found.done === true) throw new Error('more is sealed than was worked out');
  return found.value;
}
