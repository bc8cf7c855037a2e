// `node watch.js NOTE PID [PARENT]`: waits until the process ends, or is left alone by its parent, and clears away after it.
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { lives, markOf, signal } from '@ayni/processes/process';
import { clearAfter } from './clear-after.js';

const LOOK_MS = 250;

const [note = '', ...pids] = process.argv.slice(2);
const marks = await Promise.all(pids.map((pid) => markOf(Number(pid))));
const [watched] = marks;
if (!watched) throw new Error('Which process?');

const allLive = async (): Promise<boolean> => (await Promise.all(marks.map(lives))).every(Boolean);
while (await allLive()) await pause(LOOK_MS);
// a worker whose parent is gone would go on, and start servers
for (; await lives(watched); await pause(LOOK_MS)) signal(watched.pid, 'SIGKILL');
await clearAfter(watched.pid);
await rm(note, { force: true });
