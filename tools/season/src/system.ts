import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { jsonOf } from '@ayni/kernel';
import { Answer } from '@ayni/api-client/answer';
import { becomesTrue } from '@ayni/processes/becomes-true';
import { findMentioning } from '@ayni/processes/command-line';
import { abandonedPaths, temporaryPath } from '@ayni/processes/temporary-path';

/** The forms of the product, by what carries the events from service to service. */
export const PROGRAMS = {
  local: fileURLToPath(new URL('../../../apps/laptop/dist/main.js', import.meta.url)),
  kafka: fileURLToPath(new URL('../../../apps/cluster/dist/main.js', import.meta.url)),
} as const;
const FOLDERS = join(tmpdir(), 'ayni-season-');
const STOP_MS = 30_000;
/** About half a minute, as long as a system may take to stop. */
const LOOKS_AT_ABANDONED = 1_500;
/** So much of what a system wrote is shown where it fails. */
const LINES_KEPT = 40;

/** A fresh system of its own: a process, a free port and a temporary folder. */
export class System {
  #stopping: Promise<void> | undefined;

  private constructor(
    readonly url: string,
    readonly setupCode: string,
    readonly folder: string,
    private readonly process: ChildProcess,
  ) {}

  /** Starts a system; where that fails nothing is left behind. */
  static async start(program: string, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<System> {
    signal.throwIfAborted();
    await clearAbandoned();
    const folder = temporaryPath(FOLDERS);
    await mkdir(folder);
    // the database may run as another user of this machine
    await chmod(folder, 0o755);
    // a group of its own, so that Ctrl-C reaches only us and the system is stopped in order
    const child = spawn(process.execPath, [program, '--data', folder, '--port', '0'], {
      env: { AYNI_LOG_LEVEL: 'warn', ...environment, AYNI_READY: 'json', AYNI_PARENT: 'pipe' },
      // held as long as we live, however we end
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    try {
      const { url, setupCode } = await ready(child, signal);
      return new System(url, setupCode, folder, child);
    } catch (error) {
      // why it did not start says more than how it stopped
      await takeDown(child, folder).catch(() => undefined);
      throw error;
    }
  }

  /** Settles with an error where the system ends before it is stopped. */
  async ended(): Promise<never> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    if (this.#stopping) await this.#stopping;
    throw new Error('The system ended by itself');
  }

  /** Stops the system and removes its folder. @throws where it did not stop in order */
  stop(): Promise<void> {
    this.#stopping ??= takeDown(this.process, this.folder);
    return this.#stopping;
  }
}

/** Removes the folders of commands that were killed, once their systems, which end by themselves, have done so. */
async function clearAbandoned(): Promise<void> {
  for (const left of await abandonedPaths(FOLDERS))
    if (await becomesTrue(LOOKS_AT_ABANDONED, async () => (await findMentioning(left)).length === 0))
      await rm(left, { recursive: true, force: true }).catch(() => undefined);
}

/** Waits for the line by which a system says that it is ready. */
async function ready(child: ChildProcess, signal: AbortSignal): Promise<{ url: string; setupCode: string }> {
  const last: string[] = [];
  const keep = (line: string): void => {
    last.push(line);
    if (last.length > LINES_KEPT) last.shift();
  };
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The system cannot be listened to');
  createInterface(stderr).on('line', keep);
  const lines = createInterface(stdout);
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(error);
    child.once('error', fail);
    // not its exit: what it said last may still be on its way
    child.once('close', (code, by) =>
      fail(new Error([`The system did not start (${by ?? code})`, ...last].join('\n'))),
    );
    signal.addEventListener('abort', () => fail(new Error('Interrupted')), { once: true });
    if (signal.aborted) fail(new Error('Interrupted'));
    lines.on('line', (line) => {
      keep(line);
      const said = new Answer(jsonOf(line), 'ready');
      if (said.field('ready').value !== true) return;
      try {
        resolve({ url: said.field('url').text, setupCode: said.field('setupCode').text });
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}

async function takeDown(child: ChildProcess, folder: string): Promise<void> {
  try {
    await stopped(child);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exit;
  clearTimeout(timer);
  if (child.signalCode === 'SIGKILL') throw new Error('The system did not stop in time and was killed');
  if (child.exitCode !== 0) throw new Error(`The system stopped with status ${child.exitCode ?? child.signalCode}`);
}
