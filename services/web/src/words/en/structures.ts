import type { structures as spanish } from '../es/structures.js';
import type { WordsOf } from '../words-of.js';

/** Words of greenhouses, plots and pens. */
export const structures: WordsOf<typeof spanish> = {
  title: 'Greenhouses',
  new: 'Register a greenhouse',
  empty: 'Greenhouses, plots and pens belong here. There is none yet.',
  shown: 'Shown are',
  inUse: 'those of now',
  retiredOnes: 'those retired',
  name: 'Name',
  nameHint: 'Greenhouse 1, Lower plot, Hen house.',
  kind: 'What it is',
  area: 'Area',
  code: 'Code',
  greenhouse: 'greenhouse',
  plot: 'plot',
  pen: 'pen',
  pond: 'pond',
  tank: 'tank',
  lastHarvest: 'Last harvest: {day}, {what}',
  noHarvest: 'No harvest in the last months.',
  noteHarvest: 'Note a harvest from here',
};
