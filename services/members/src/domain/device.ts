import { parseCoopId, type CoopId } from '@ayni/kernel';

/** So many days a browser may stay away before its user has to sign in again: a phone in the valley. */
export const UNUSED_DAYS_MAX = 120;
/** So long the value that was shown last is good once more, where the answer that brought the next was lost. */
const LOST_MS = 24 * 3_600_000;
/** So many answers may be lost, or tabs ask at once, before the first of the values that they were given is none. */
const GIVEN_MAX = 10;

const DAY_MS = 86_400_000;
const COOKIE = /^([0-9a-f-]{36})\.([\w-]{22})\.([\w-]{43})$/;

/** What a browser shows for its user: the device that it is, and a value that is another each time. */
export type DeviceCookie = { readonly coop: CoopId; readonly family: string; readonly value: string };

/** The values of a device, as digests. */
export type Rotation = {
  /** The one that was shown last; null where none was yet. */
  readonly shown: string | null;
  readonly shownAt: Date;
  /** Those that were given for it since. */
  readonly given: readonly string[];
};

/** A browser in which somebody is signed in. */
export type Device = {
  readonly id: string;
  readonly user: string;
  readonly usedAt: Date;
  readonly rotation: Rotation;
};

/** What a cookie says; nothing where it is none of ours. */
export function parseCookie(text: string): DeviceCookie | undefined {
  const [, coop, family, value] = COOKIE.exec(text) ?? [];
  if (coop === undefined || family === undefined || value === undefined) return undefined;
  try {
    return { coop: parseCoopId(coop), family, value };
  } catch {
    return undefined;
  }
}

export const cookieText = ({ coop, family, value }: DeviceCookie): string => `${coop}.${family}.${value}`;

/** Whether it stayed away for so long that it is signed out. */
export const isForgotten = ({ usedAt }: Device, now: Date): boolean =>
  now.getTime() - usedAt.getTime() > UNUSED_DAYS_MAX * DAY_MS;

/**
 * Gives `next` for the value that is shown. One that was given may be shown, and the one shown last once more while
 * none that was given for it has come back; an older one has been in two hands.
 * @returns null where it has
 */
export function rotate({ shown, shownAt, given }: Rotation, value: string, next: string, now: Date): Rotation | null {
  if (given.includes(value)) return { shown: value, shownAt: now, given: [next] };
  if (value !== shown || now.getTime() - shownAt.getTime() > LOST_MS) return null;
  return { shown, shownAt, given: [...given, next].slice(-GIVEN_MAX) };
}
