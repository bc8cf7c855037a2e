import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

const STOP_MS = 30_000;
const POLL_MS = 20;
/** So much of what a program wrote is shown where it fails. */
const LINES_KEPT = 40;

/** A program of the product as a group of processes, started as people start it. */
export class Program<Said> {
  private constructor(
    private readonly child: ChildProcess,
    readonly pid: number,
    /** What {@link start} waited for. */
    readonly said: Said,
    /** From the start of the process until it said so. */
    readonly seconds: number,
  ) {}

  /**
   * Starts a program and waits for the line in which `heard` finds what is awaited.
   * @throws Error with its last lines where it ends before
   */
  static async start<Said>(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    heard: (line: string) => Said | undefined,
  ): Promise<Program<Said>> {
    const began = performance.now();
    // a group of its own: npm and a shell may stand between us and the program
    const child = spawn(command, args, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const last: string[] = [];
    const said = await new Promise<Said>((resolve, reject) => {
      const listen = (line: string): void => {
        last.push(line);
        if (last.length > LINES_KEPT) last.shift();
        const found = heard(line);
        if (found !== undefined) resolve(found);
      };
      createInterface(child.stdout).on('line', listen);
      createInterface(child.stderr).on('line', listen);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error([`${command} ended (${code})`, ...last].join('\n'))));
    });
    if (child.pid === undefined) throw new Error(`${command} has no process`);
    return new Program(child, child.pid, said, (performance.now() - began) / 1000);
  }

  /** Ends all of its processes in order. */
  async stop(): Promise<void> {
    const until = performance.now() + STOP_MS;
    const ended = this.child.exitCode !== null || this.child.signalCode !== null || once(this.child, 'exit');
    this.signal('SIGTERM');
    while (this.signal(0)) {
      if (performance.now() > until) this.signal('SIGKILL');
      await pause(POLL_MS);
    }
    await ended;
  }

  /** Whether there was still a process to take it. */
  private signal(signal: NodeJS.Signals | 0): boolean {
    try {
      return process.kill(-this.pid, signal);
    } catch {
      return false;
    }
  }
}
