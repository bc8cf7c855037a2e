import type { check as spanish } from '../es/check.js';
import type { WordsOf } from '../words-of.js';

export const check: WordsOf<typeof spanish> = {
  title: 'Check a paper',
  intro: 'Type the code at the foot of the paper, or scan the square. The answer names nobody.',
  coop: 'Code of the co-op',
  code: 'Code of the paper',
  codeHint: 'Six groups of four letters and figures.',
  send: 'Check',
  another: 'Check another one',
  holds: 'The paper holds',
  holdsNot: "The paper is the co-op's, but nothing is paid on it",
  compare: 'See that it says the same in large:',
  ofMember: "To the credit of a member's family",
  ofHousehold: 'The family is paid',
  ofSeason: 'Season {season}, {coop}',
  approvedBy: 'Approved by the assembly with resolution {resolution}.',
  calculated: 'The shares were worked out, and not yet put to the assembly.',
  proposed: 'The shares are proposed: the assembly has not approved them yet.',
  approved: 'Approved by the assembly.',
  paying: 'Approved by the assembly; it is being paid.',
  paid: 'Approved by the assembly, and paid.',
  rejected: 'The shares were rejected.',
  superseded: 'The assembly approved other shares of this season.',
  reversed: 'The assembly decided to correct these shares: they were reversed and hold no longer.',
  fingerprint: 'Fingerprint of the shares: {fingerprint}',
};
