import type { resolutions as spanish } from '../es/resolutions.js';
import type { WordsOf } from '../words-of.js';

/** Words of what the assembly decided. */
export const resolutions: WordsOf<typeof spanish> = {
  title: 'Resolutions',
  none: 'There are no resolutions yet. What the assembly decides is entered here, with its votes.',
  enter: 'Enter a resolution',
  number: 'Number',
  adoptedOn: 'Day of the assembly',
  subject: 'Subject',
  votesFor: 'Votes for',
  votesAgainst: 'Votes against',
  abstentions: 'Abstentions',
  votes: 'Votes',
  votesShown: '{for} for, {against} against, {abstentions} abstentions',
  covers: 'What it decides in the system',
  alsoCovers: 'It also decides',
  nothing: 'Nothing in the system',
  run: 'The shares of a season',
  rules: 'The rules of a season',
  'fund-use': 'Use of a fund',
  'early-end': 'That a season ends early',
  season: 'Season',
  whichRun: 'Shares that were voted on',
  runShown: 'Result {result}, for the families {pool}, worked out {time}',
  noRun: 'No shares of this season were proposed.',
  coversShown: '{kind}: {of}',
  carried: 'carried',
  notCarried: 'not carried',
  state: 'Result',
  done: 'The resolution was entered.',
  once: 'A resolution serves once for each thing that it names. If it was entered wrongly, enter it again under another number.',
};
