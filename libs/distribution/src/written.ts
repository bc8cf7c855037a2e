import { sealedParts } from './fingerprint.js';
import { workingsText } from './workings-text.js';
import type { WorkedCase } from './outcome.js';

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
  const workings = workingsText(worked);
  let [members, households] = [0, 0];
  for (const { text, list } of sealedParts(worked)) {
    if (list === '/outcome/members') {
      const settlement = one(worked.settlements, members);
      const { member, household } = settlement.member;
      const figures = `${text.slice(1, -1)},"workings":${workings(settlement, members)}}`;
      members += 1;
      yield { sealed: text, share: { of: 'member', member, household, figures } };
    } else if (list === '/outcome/households') {
      const { household } = one(worked.payouts, households);
      households += 1;
      yield { sealed: text, share: { of: 'household', household, figures: text.slice(1) } };
    } else {
      yield { sealed: text, share: null };
    }
  }
}

function one<One>(many: readonly One[], place: number): One {
  const found = many[place];
  if (found === undefined) throw new Error('more is sealed than was worked out');
  return found;
}
