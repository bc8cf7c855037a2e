import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { fieldOf, jsonOf } from '@ayni/kernel';
import type { LaptopConfig } from '../config.js';
import { rolesOf } from '../demo-people.js';

/** Starts like any other: a process of its own, so that nothing of it stands in the books of a real co-op. */
const PROGRAM = fileURLToPath(new URL('../demo.js', import.meta.url));

/** What there is of the example, for whoever stands before the machine. */
export type ExampleState = {
  /** `kept` is of before: it opens in a moment. `here` is the books that are asked. */
  readonly state: 'none' | 'kept' | 'preparing' | 'ready' | 'here';
  readonly url?: string;
  readonly coop?: string;
  readonly people?: readonly { readonly name: string; readonly roles: readonly string[]; readonly password: string }[];
};

/** The example's season, in a folder of its own beside that of the books: made when asked for, deleted whole. */
export class ExampleBooks {
  private readonly folder: string;
  private process: ChildProcess | undefined;
  private told: ExampleState = { state: 'preparing' };

  /** @param data the folder of the books beside which it stands */
  constructor(
    data: string,
    private readonly environment: LaptopConfig['environment'],
  ) {
    this.folder = join(dirname(data), `${basename(data)}-example`);
  }

  get state(): ExampleState {
    if (this.process !== undefined) return this.told;
    return { state: existsSync(this.folder) ? 'kept' : 'none' };
  }

  /** Opens it, unless it is open or being opened. */
  open(): void {
    if (this.process !== undefined) return;
    const started = spawn(process.execPath, [PROGRAM, '--data', this.folder, '--port', '0', '--no-open'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...this.environment, AYNI_READY: 'json', AYNI_PARENT: 'pipe', AYNI_HOST: '127.0.0.1' },
    });
    this.process = started;
    this.told = { state: 'preparing' };
    createInterface({ input: started.stdout }).on('line', (line) => this.hear(jsonOf(line)));
    started.once('error', () => (this.process = undefined));
    started.once('exit', () => (this.process = undefined));
  }

  /** Ends it, and leaves its folder as it is. */
  async close(): Promise<void> {
    const { process } = this;
    if (process === undefined) return;
    await new Promise((ended) => {
      process.once('exit', ended);
      // it ends in order when what it reads from ends
      process.stdin?.end();
    });
  }

  /** Ends it and deletes all of it. */
  async remove(): Promise<void> {
    await this.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private hear(said: unknown): void {
    if (fieldOf(said, 'ready') !== true) return;
    const people: unknown = fieldOf(said, 'people');
    // another name than that of the books: whoever is signed in there is not signed out here
    const url = String(fieldOf(said, 'url')).replace('127.0.0.1', 'localhost');
    this.told = {
      ...{ state: 'ready', url, coop: String(fieldOf(said, 'coop')) },
      people: Object.entries(Object(people)).map(([name, password]) => ({
        ...{ name, roles: rolesOf(name), password: String(password) },
      })),
    };
  }
}
