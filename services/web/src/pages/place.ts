import type { ComponentType } from 'react';
import type { Role } from '../api/who.js';

/** A page, where it is, and who may come to it. Those in a `phone-places.ts` open without a line: a phone has them, and all their words, from the start. */
export type Place = {
  /** As `wouter` reads it: `/lotes/:code`. */
  readonly path: string;
  /** Who may come; everybody who is signed in where left out. */
  readonly roles?: readonly Role[];
  /** It notes what can be kept without a line: a device fetches it before somebody comes. */
  readonly ahead?: true;
  /** The page, fetched when somebody comes. */
  readonly page: () => Promise<{ readonly default: ComponentType }>;
};
