import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WORKSPACE } from '@ayni/testing/run-program';
import { ORDERS, type Order } from './order.js';

const PRELOAD = pathToFileURL(join(WORKSPACE, 'tests/crashes/dist/crash-here.js')).href;

/** Orders to processes of a system to crash at named moments, and the marks that show that they did. */
export class Crashes {
  private given = 0;

  constructor(private readonly folder: string) {}

  /** What a process is told besides, to take orders. */
  environment(as?: string): Record<string, string> {
    return {
      NODE_OPTIONS: `--import=${PRELOAD}`,
      CRASH_ORDERS: this.folder,
      ...(as === undefined ? {} : { CRASH_AS: as }),
    };
  }

  /** Orders a crash; orders to one process are carried out in their order. @returns whether it has happened */
  async order(process: string, order: Order): Promise<Crash> {
    const folder = join(this.folder, process);
    await mkdir(folder, { recursive: true });
    this.given += 1;
    const name = String(this.given).padStart(4, '0');
    await writeFile(join(folder, `${name}.draft`), JSON.stringify(order));
    await rename(join(folder, `${name}.draft`), join(folder, name + ORDERS));
    const words = [process, order.moment, order.type, order.time > 1 ? `#${order.time}` : undefined];
    return {
      name: words.filter((word) => word !== undefined).join(' '),
      hit: async () => (await readdir(folder)).some((file) => file.startsWith(`${name}.hit-by-`)),
    };
  }
}

/** A crash that was ordered. */
export type Crash = { readonly name: string; readonly hit: () => Promise<boolean> };
