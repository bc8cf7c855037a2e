import { forms } from './forms.js';
import { frame } from './frame.js';
import { menu } from './menu.js';
import { papers } from './papers.js';
import { queue } from './queue.js';
import { signIn } from './signIn.js';
import { stall } from './stall.js';
import { states } from './states.js';
import { work } from './work.js';

/** The words in Spanish that a phone has from the start, by noun. A page brings its own that nobody else needs: `takeWords`. */
export const phone = {
  forms,
  frame,
  menu,
  papers,
  queue,
  signIn,
  stall,
  states,
  work,
} as const;
