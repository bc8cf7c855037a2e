import type { Form } from './reach-system.js';

/**
 * The files of a data folder that go with its books, so that people stay signed in and the demo knows its people: of
 * the laptop form, then of services as processes. Not the passwords of the database: a restored one makes its own.
 */
export const KEY_FILES = [
  'signing-key.json',
  'demo.json',
  'secrets/signing-key.json',
  'secrets/public-keys.json',
] as const;

export type KeyFile = (typeof KEY_FILES)[number];

/** Where a system of `form` keeps a key: a laptop's may be restored to services that are processes. */
export const placeOfKey = (file: KeyFile, form: Form): KeyFile =>
  form === 'cluster' && file === 'signing-key.json' ? 'secrets/signing-key.json' : file;
