/** Why a request cannot be done, in the words of the door that will answer it. */
export type RefusalKind =
  | 'invalid' // the request itself is wrong
  | 'unauthenticated' // nobody is signed in
  | 'forbidden' // signed in, but this is not theirs to do
  | 'unknown' // it names something that is not there
  | 'conflict' // it contradicts what is there
  | 'stale' // it was made from an older state
  | 'limited' // too often in too short a time
  | 'unavailable'; // try again later

/** A refusal: its kind, what people read in Spanish, what they read in English. */
export type Entry = { readonly kind: RefusalKind; readonly es: string; readonly en: string };

/** An entry of the catalogue. */
export const refuse = (kind: RefusalKind, es: string, en: string): Entry => ({ kind, es, en });
