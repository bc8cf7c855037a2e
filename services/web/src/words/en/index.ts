import type { Catalogue } from '../catalogue.js';
import { forms } from './forms.js';
import { frame } from './frame.js';
import { menu } from './menu.js';
import { signIn } from './signIn.js';
import { stall } from './stall.js';
import { start } from './start.js';
import { states } from './states.js';

/** All words of the pages in English: a chunk of its own, fetched by who chooses it. */
export const en: Catalogue = { forms, frame, menu, signIn, stall, start, states };
