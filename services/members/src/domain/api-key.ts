import { addDays, isPlainName, Refusal, type Day } from '@ayni/kernel';
import type { Role } from './user.js';

/** The roles that a program may have: none that names people or approves, and none that is a person's own. */
export const KEY_ROLES = ['integrator', 'manager', 'treasurer'] as const satisfies readonly Role[];
export type KeyRole = (typeof KEY_ROLES)[number];

const DAYS_MAX = 366;
const DAYS = 365;

/** A key as it is asked for. */
export type KeyDraft = {
  readonly name: string;
  readonly roles: readonly KeyRole[];
  readonly scopes: readonly string[];
  /** The last day on which it is good. */
  readonly expiresOn: Day;
};

/** A key of a program. */
export type ApiKey = KeyDraft & { readonly id: string; readonly ended: boolean };

/** A key that was just made; nobody sees it again. */
export type MadeKey = { readonly key: string; readonly prefix: string };

/** How a program is called where people are: no user's name has this sign. */
export const programName = (key: string): string => `key:${key}`;

/** @throws Refusal `bad-name`, `bad-field` where it ends in the past or in more than a year */
export function checkKey({ name, expiresOn }: KeyDraft, today: Day): void {
  if (!isPlainName(name)) throw new Refusal('bad-name', '/name');
  if (expiresOn < today || expiresOn > addDays(today, DAYS_MAX))
    throw new Refusal('bad-field', '/expiresOn', { detail: 'today or later, and within a year' });
}

/** The last day of a key of which nobody said it. */
export const usualLastDay = (today: Day): Day => addDays(today, DAYS);

/** Whether a program is let in with it. */
export const isGood = ({ ended, expiresOn }: ApiKey, today: Day): boolean => !ended && today <= expiresOn;
