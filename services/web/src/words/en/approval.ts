import type { approval as spanish } from '../es/approval.js';
import type { WordsOf } from '../words-of.js';

/** Words of approving shares as the second person. */
export const approval: WordsOf<typeof spanish> = {
  title: 'Approve',
  none: 'No shares wait to be approved. When the treasurer proposes some, they appear here.',
  proposedBy: 'Worked out by {calculator}, proposed by {proposer} {time}.',
  since: 'Compared with the season before',
  seasonOf: 'Season {season}',
  figure: 'Figure',
  resolution: 'The resolution',
  noResolution: 'No resolution names these shares yet. First the assembly votes and what it decided is entered.',
  enter: 'Enter the resolution',
  adoptedOn: 'Assembly of {day}',
  votesOf: '{for} for, {against} against, {abstentions} abstentions',
  carried: 'carried',
  notCarried: 'not carried',
  samePrint: 'It names these very shares, by their fingerprint.',
  approve: 'Approve the shares',
  approveTitle: 'Approve these shares?',
  approveText: 'Approved shares never change. The families will be paid {paid}.',
  secondPerson: 'You worked them out or proposed them: another person has to approve.',
  whole: 'See all of the shares',
};
