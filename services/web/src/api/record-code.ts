import { newKey } from './new-key.js';

const RANDOM_SIGNS = 6;

/** A code for a record that nobody writes on paper: its letter, its day, and signs that no other device has made. */
export const recordCode = (letter: string, day: string): string =>
  `${letter}${day.replaceAll('-', '')}-${newKey().slice(0, RANDOM_SIGNS).toUpperCase()}`;
