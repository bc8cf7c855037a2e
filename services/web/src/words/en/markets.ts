import type { markets as spanish } from '../es/markets.js';
import type { WordsOf } from '../words-of.js';

/** Words of where the co-op sells. */
export const markets: WordsOf<typeof spanish> = {
  title: 'Markets',
  new: 'Register a market',
  empty: 'The markets and shops where you sell belong here. There is none yet.',
  shown: 'Shown are',
  inUse: 'those of now',
  retiredOnes: 'those retired',
  name: 'Name of the market',
  nameHint: 'As people call it: Villa Dolores, School breakfast.',
};
