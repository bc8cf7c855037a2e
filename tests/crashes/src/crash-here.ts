import { subscribe } from 'node:diagnostics_channel';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isOrder, MOMENTS, ORDERS } from './order.js';

/**
 * Loaded into a process of the product before its program (`--import`), ends it as a crash would at the moments that
 * were ordered for it, one after the other. The folder of orders is named by CRASH_ORDERS; a process obeys those of
 * its service, or of the name in CRASH_AS. What it obeyed it leaves there as a mark, written before it dies.
 */
const { CRASH_ORDERS, CRASH_AS = basename(dirname(dirname(process.argv[1] ?? ''))) } = process.env;

if (CRASH_ORDERS !== undefined) {
  const folder = join(CRASH_ORDERS, CRASH_AS);
  let current = '';
  let times = 0;
  for (const moment of MOMENTS)
    subscribe(`ayni:${moment}`, (message) => {
      const file = nextOf(folder);
      if (file === undefined) return;
      const order: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      if (!isOrder(order) || order.moment !== moment) return;
      if (order.type !== undefined && !typesOf(message).some((type) => type.includes(order.type ?? ''))) return;
      if (file !== current) [current, times] = [file, 0];
      if (++times < order.time) return;
      // two processes of a service may be there at once: one of them takes the order
      try {
        renameSync(join(folder, file), join(folder, file.replace(ORDERS, `.hit-by-${process.pid}`)));
      } catch {
        return;
      }
      if (order.goesOn !== true) process.kill(process.pid, 'SIGKILL');
    });
}

function nextOf(folder: string): string | undefined {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ORDERS))
      .sort()[0];
  } catch {
    return undefined;
  }
}

function typesOf(message: unknown): string[] {
  const types: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'types') : undefined;
  return Array.isArray(types) ? types.filter((type) => typeof type === 'string') : [];
}
