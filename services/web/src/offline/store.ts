import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Who } from '../api/who.js';
import type { Asked } from './asked.js';
import type { KeptCommand } from './kept-command.js';
import type { KeptPhoto } from './kept-photo.js';

/** What this device keeps. */
export interface Kept extends DBSchema {
  /** Who is signed in here. */
  who: { key: 'now'; value: Who };
  /** Answers to reads, by whose they are and what was asked. */
  reads: { key: string; value: { readonly answer: unknown; readonly at: number } };
  /** What each page asked for when it was open last, by its path. */
  asked: { key: string; value: readonly Asked[] };
  /** Commands, until they were answered and for a while after. */
  commands: { key: string; value: KeptCommand; indexes: { byState: string; byAnswer: [string, number] } };
  /** Photos, until they are in the books. */
  photos: { key: string; value: KeptPhoto };
  /** What is this device's own, whoever uses it. */
  device: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** The database of this device, made where there is none. */
export function store(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('ayni', 4, {
    upgrade(database, before, _, transaction) {
      if (before < 1) {
        database.createObjectStore('who');
        database.createObjectStore('reads');
        database.createObjectStore('commands', { keyPath: 'key' }).createIndex('byState', 'state');
      }
      if (before < 2) {
        database.createObjectStore('device');
        transaction.objectStore('commands').createIndex('byAnswer', ['state', 'answeredAt']);
      }
      if (before < 3) database.createObjectStore('photos', { keyPath: 'key' });
      if (before < 4) database.createObjectStore('asked');
    },
    blocking(_, __, event) {
      // a tab with a newer version of the pages waits for this one to let go
      const { target } = event;
      if (target instanceof IDBDatabase) target.close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
