import { DEMO_FILE } from '@ayni/processes/data-folder';
import { PUBLIC_KEYS, SECRETS, SIGNING_KEY } from '@ayni/secrets/secrets';
import type { Form } from './open-system.js';

/**
 * The files of a data folder that go with its books, so that people stay signed in and the demo knows its people: of
 * the laptop form, then of services as processes. Not the passwords of the database: a restored one makes its own.
 */
export const KEY_FILES = [SIGNING_KEY, DEMO_FILE, `${SECRETS}/${SIGNING_KEY}`, `${SECRETS}/${PUBLIC_KEYS}`] as const;

export type KeyFile = (typeof KEY_FILES)[number];

/** Where a system of `form` keeps a key: a laptop's may be restored to services that are processes. */
export const placeOfKey = (file: KeyFile, form: Form): KeyFile =>
  form === 'cluster' && file === SIGNING_KEY ? `${SECRETS}/${SIGNING_KEY}` : file;
