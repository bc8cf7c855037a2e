import { forms } from './forms.js';
import { frame } from './frame.js';
import { me } from './me.js';
import { menu } from './menu.js';
import { own } from './own.js';
import { papers } from './papers.js';
import { queue } from './queue.js';
import { signIn } from './signIn.js';
import { stall } from './stall.js';
import { states } from './states.js';
import { work } from './work.js';

/** The words that every page has at hand in Spanish, by noun: a phone has them from the start. */
export const es = {
  forms,
  frame,
  me,
  menu,
  own,
  papers,
  queue,
  signIn,
  stall,
  states,
  work,
} as const;
