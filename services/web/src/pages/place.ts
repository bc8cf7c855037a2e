import type { ComponentType } from 'react';
import type { Role } from '../api/who.js';

/** A page, where it is, and who may come to it. */
export type Place = {
  /** As `wouter` reads it: `/lotes/:code`. */
  readonly path: string;
  /** Who may come; everybody who is signed in where left out. */
  readonly roles?: readonly Role[];
  /** It opens without a line: a phone has it, and all its words, from the start. */
  readonly onPhone?: boolean;
  /** The page, fetched when somebody comes. */
  readonly page: () => Promise<{ readonly default: ComponentType }>;
};
