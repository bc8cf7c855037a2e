import { house } from './catalogue/house.js';
import { members } from './catalogue/members.js';
import { money } from './catalogue/money.js';
import { records } from './catalogue/records.js';
import { requests } from './catalogue/requests.js';
import { seasons } from './catalogue/seasons.js';

/** Every refusal of the product: its kind, what people read in Spanish, what they read in English. */
export const catalogue = { ...requests, ...records, ...money, ...seasons, ...members, ...house };

/** The stable codes that clients may build on. */
export type RefusalCode = keyof typeof catalogue;
