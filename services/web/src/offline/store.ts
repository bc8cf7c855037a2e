import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Who } from '../api/who.js';
import type { KeptCommand } from './kept-command.js';

/** What this device keeps. */
export interface Kept extends DBSchema {
  /** Who is signed in here. */
  who: { key: 'now'; value: Who };
  /** Answers to reads, by whose they are and what was asked. */
  reads: { key: string; value: { readonly answer: unknown; readonly at: number } };
  /** Commands, until they were answered and for a while after. */
  commands: { key: string; value: KeptCommand; indexes: { byState: string } };
}

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** The database of this device, made where there is none. */
export function store(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>('ayni', 1, {
    upgrade(database) {
      database.createObjectStore('who');
      database.createObjectStore('reads');
      database.createObjectStore('commands', { keyPath: 'key' }).createIndex('byState', 'state');
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}
