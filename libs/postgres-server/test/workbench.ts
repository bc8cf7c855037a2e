import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ask } from '@ayni/testing/sql';
import { testFolder } from '@ayni/testing/test-folder';

import { removePostgres } from '../src/remove.js';
import { startPostgres, type PostgresServer } from '../src/start.js';

/** A folder for one server, what it said, and the way to clear all of it away. */
export class Workbench {
  readonly notices: string[] = [];
  readonly #servers: PostgresServer[] = [];
  readonly #holders: ChildProcess[] = [];

  constructor(readonly folder = testFolder()) {}

  async start(wishes: { port?: number; durable?: boolean } = {}): Promise<PostgresServer> {
    const server = await startPostgres({
      folder: this.folder,
      durable: false,
      onNotice: ({ en }) => this.notices.push(en),
      ...wishes,
    });
    this.#servers.push(server);
    return server;
  }

  /** Another process, in a process group of its own, that starts the server of the folder. */
  startHolder(): { readonly process: ChildProcess; readonly ready: Promise<void>; readonly ended: Promise<void> } {
    const holder = spawn(process.execPath, [fileURLToPath(new URL('holder.mjs', import.meta.url)), this.folder], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#holders.push(holder);
    const ended = new Promise<void>((resolve) => holder.once('exit', () => resolve()));
    const ready = new Promise<void>((resolve) => holder.stdout.once('data', () => resolve()));
    return { process: holder, ready, ended };
  }

  /** The number of the server's first process. */
  async serverPid(): Promise<number> {
    return Number.parseInt(await readFile(join(this.folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  }

  async clear(): Promise<void> {
    for (const holder of this.#holders) holder.kill('SIGKILL');
    const stops = await Promise.allSettled(this.#servers.map((server) => server.stop()));
    await removePostgres(this.folder);
    for (const stop of stops) if (stop.status === 'rejected') throw stop.reason;
  }
}

/** Asks until the server answers with a row, for as long as a test may take. */
export async function askPatiently(url: string, sql: string): Promise<Record<string, unknown>[]> {
  for (;;) {
    const rows = await ask(url, sql).catch(() => []);
    if (rows.length > 0) return rows;
    await pause(20);
  }
}
