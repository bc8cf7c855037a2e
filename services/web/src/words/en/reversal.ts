import type { reversal as spanish } from '../es/reversal.js';
import type { WordsOf } from '../words-of.js';

export const reversal: WordsOf<typeof spanish> = {
  heading: 'Reverse these shares',
  propose: 'Propose to reverse them',
  proposeText: 'Only where something was wrong. Another person confirms it, under a resolution of the assembly.',
  title: 'Reverse these shares?',
  text: 'Until somebody confirms it, the shares hold. What was paid stays paid and counts in the shares that follow.',
  proposedBy: '{user} proposes to reverse them',
  stands: 'Until somebody confirms it, the shares hold.',
  secondPerson: 'You proposed it: another person has to confirm it.',
  noResolution: 'There is no carried resolution yet that says that these shares are reversed.',
  confirm: 'Reverse by this resolution',
  keep: 'Leave them as they are',
  waiting: 'That the shares of season {season} are reversed waits to be confirmed.',
  look: 'See',
  reopen: 'Open the season again',
  reopenTitle: 'Open {season} again',
  reopenText:
    'Everybody enters records dated in this season again. What was worked out of it is superseded, and it is closed anew afterwards.',
  resolution: 'Under which resolution',
};
