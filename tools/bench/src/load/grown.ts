import { randomUUID } from 'node:crypto';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder } from '@ayni/season-folder/folder';
import type { Coop } from '@ayni/season-folder/coop';
import { loadFolder } from '@ayni/season-folder/load/load';
import { coopCode, seasonCode } from '@ayni/season-folder/codes';
import { shareOut } from '@ayni/season-folder/share-out';
import { grow } from '../grow.js';
import type { Product } from '../machine/product.js';
import { PROJECT } from '../machine/program.js';

const LOOK_MS = 100;
const EXAMPLE = join(PROJECT, 'examples/chacoma');
const USER = 'treasurer';
const PASSWORD = 'a-password-of-the-bench';

/** Writes the example season `times` as large into `folder`. */
export async function growExample(folder: string, times: number): Promise<void> {
  await grow(EXAMPLE, folder, times);
}

/** Waits until nothing that was written is still to be applied, as the system's own measures say. */
async function allApplied(url: string): Promise<void> {
  const open = /^ayni_(?:outbox_waiting|consumer_lag)\{.* [1-9]\d*$/m;
  while (open.test(await (await fetch(`${url}/metrics`)).text())) await pause(LOOK_MS);
}

/** A co-op whose whole season was loaded, and who asks it for its lists and totals over one connection. */
export class GrownCoop {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private token = '';

  private constructor(
    private readonly client: Client,
    private readonly url: string,
    private readonly folder: Awaited<ReturnType<typeof readFolder>>,
    private readonly now: Date,
  ) {}

  /** Loads the season of a folder into a new system, until every service has applied all of it. */
  static async load({ url, setupCode }: Pick<Product, 'url' | 'setupCode'>, folder: string): Promise<GrownCoop> {
    const now = new Date();
    const checked = await readFolder(folder);
    const { name, currency, zone } = checked.coop;
    const made = { code: coopCode(name), name, currency, timezone: zone };
    const client = await Client.setUp(url, setupCode, made, { name: USER, password: PASSWORD });
    await loadFolder(client, checked);
    await allApplied(url);
    return new GrownCoop(client, url, checked, now);
  }

  get coop(): Coop {
    return this.folder.coop;
  }

  get season(): string {
    return seasonCode(this.coop.season.name);
  }

  /** Closes the season. */
  async close(): Promise<void> {
    await closeSeason(this.client, this.season);
  }

  /** Closes the season and shares it out. @returns the run that was approved */
  async shareOut(): Promise<string> {
    await this.close();
    const approver = { name: 'president', password: PASSWORD };
    return shareOut(this.client, { season: this.season, coop: this.coop, approver, now: this.now });
  }

  /** Milliseconds from a question to the last byte of its answer. */
  async ask(path: string): Promise<number> {
    if (this.token === '') await this.signIn();
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      const headers = { authorization: `Bearer ${this.token}` };
      get(new URL(path, this.url), { agent: this.agent, headers }, (response) => {
        response.resume();
        response.once('error', reject);
        response.once('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`${path} was answered ${response.statusCode}`));
        });
      }).once('error', reject);
    });
    return performance.now() - began;
  }

  /** The answer of a route that only reads. */
  async read(path: string): Promise<unknown> {
    return (await this.client.get(path)).value;
  }

  /** Milliseconds from a command to its answer, and the answer; each time it is another command. */
  async order(path: string, body: object): Promise<{ readonly took: number; readonly value: unknown }> {
    if (this.token === '') await this.signIn();
    const headers = {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const began = performance.now();
    const response = await fetch(new URL(path, this.url), { method: 'POST', headers, body: JSON.stringify(body) });
    const value = jsonOf(await response.text());
    const took = performance.now() - began;
    if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
    return { took, value };
  }

  /** A new token; they are short-lived. */
  async signIn(): Promise<void> {
    const response = await fetch(new URL('/api/members/v1/sessions', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ coop: coopCode(this.coop.name), user: USER, password: PASSWORD }),
    });
    const token = fieldOf(jsonOf(await response.text()), 'token');
    if (typeof token !== 'string') throw new Error('no token');
    this.token = token;
  }

  hangUp(): void {
    this.agent.destroy();
  }
}
