import type { harvests as spanish } from '../es/harvests.js';
import type { WordsOf } from '../words-of.js';

/** Words of harvests. */
export const harvests: WordsOf<typeof spanish> = {
  title: 'Harvests',
  note: 'Note a harvest',
  save: 'Save the harvest',
  label: 'Harvest: {what}',
  where: 'From where',
  homeUse: 'Of it, for home',
  homeUseHint: 'What families take home to eat; it does not enter the store. In the same unit.',
  homeUseShort: 'For home',
  lot: 'Lot',
  empty: 'There are no harvests on these days. One that is noted enters the store as a lot.',
};
