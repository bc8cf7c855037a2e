import { phonePlaces } from './phone-places.js';
import { placed } from './placed.js';

/** The pages that open without a line. */
export const phonePages = placed(phonePlaces);
