import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '@ayni/contracts';
import { Explained, fieldOf, jsonOf } from '@ayni/kernel';
import { LogFile } from '@ayni/processes/log-file';
import { dropNotes, writeNotes } from '@ayni/processes/run-notes';
import type { Say } from './translations.js';

/** One that ends so soon after it was ready, or before, ended quickly. */
const QUICK_MS = 5_000;
/** After so many quick ends in a row people are told where to look. */
const TELL_TIMES = 5;
const PAUSE_MS_MIN = 250;
const PAUSE_MS_MAX = 5_000;
/** A service ends within ten seconds by itself. */
const STOP_MS = 10_500;
/** What a process of a service is started with, and where it leaves its traces. */
export type ServiceOptions = {
  readonly name: ServiceName;
  /** What the service is told by its environment. */
  readonly settings: Readonly<Record<string, string>>;
  /** What it inherits besides. */
  readonly inherited: NodeJS.ProcessEnv;
  /** The folder for its log. */
  readonly logs: string;
  /** The folder where `<service>.json` says how it was started: process, address and settings, secrets' files named. */
  readonly run: string;
  readonly say: Say;
  readonly onNotice: (text: string) => void;
};

/**
 * A service as a process that is started again whenever it ends. It has no terminal: Ctrl-C does not reach it, and it
 * ends by itself when its standard input does, which we hold for as long as we live.
 */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private address: string | undefined;
  private readonly stopping = new AbortController();
  private watching: Promise<void> = Promise.resolve();
  /** What the ready line told besides; members: its set-up code. */
  private said: unknown;

  constructor(private readonly options: ServiceOptions) {}

  /**
   * Starts it and returns when it is ready.
   * @throws Error where it ends again and again before it is
   */
  start(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.watching = this.watch(resolve, reject);
    });
  }

  get name(): ServiceName {
    return this.options.name;
  }

  /** Where its door is; undefined while it is away. */
  get url(): string | undefined {
    return this.address;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get setupCode(): string | null {
    const code = fieldOf(this.said, 'setupCode');
    return typeof code === 'string' ? code : null;
  }

  /** Ends it in order, or at once if it does not. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.child?.kill('SIGTERM');
    const late = setTimeout(() => this.child?.kill('SIGKILL'), STOP_MS);
    await this.watching;
    clearTimeout(late);
  }

  /** Ends it at once; what it was doing is rolled back. */
  async kill9(): Promise<void> {
    this.stopping.abort();
    this.child?.kill('SIGKILL');
    await this.watching;
  }

  private async watch(onReady: () => void, onFailed: (error: Error) => void): Promise<void> {
    const { name, logs, run, say, onNotice } = this.options;
    const log = new LogFile(join(logs, `${name}.log`));
    let quick = 0;
    while (!this.stopping.signal.aborted) {
      let readyAt: number | undefined;
      const how = await this.runOnce(log, () => {
        readyAt = performance.now();
        onReady();
      });
      this.address = undefined;
      if (this.stopping.signal.aborted) break;
      quick = readyAt !== undefined && performance.now() - readyAt > QUICK_MS ? 0 : quick + 1;
      const times = String(quick);
      onNotice(quick >= TELL_TIMES ? say('failing', { name, times, how, log: log.path }) : say('again', { name, how }));
      if (quick >= TELL_TIMES) onFailed(new Error(say('failing', { name, times, how, log: log.path })));
      const wait = quick <= 1 ? 0 : Math.min(PAUSE_MS_MIN * 2 ** (quick - 2), PAUSE_MS_MAX);
      await pause(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
    await log.close();
    await dropNotes(run, name);
    onFailed(new Explained({ es: 'Se detuvo mientras se iniciaba.', en: 'Stopped while it started.' }));
  }

  /** One life of the process; tells how it ended. */
  private async runOnce(log: LogFile, onReady: () => void): Promise<string> {
    const { name, settings, inherited } = this.options;
    const program = fileURLToPath(new URL(`../../../services/${name}/dist/main.js`, import.meta.url));
    const child = spawn(process.execPath, [program], {
      env: { ...inherited, ...settings },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    this.child = child;
    child.stdin?.on('error', () => undefined);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => log.write(text));
    const ended = Promise.race([
      once(child, 'exit').then(() => child.signalCode ?? `status ${child.exitCode}`),
      once(child, 'error').then(([error]) => String(error)),
    ]);
    await this.note(null);
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        const said = jsonOf(line);
        const url = fieldOf(said, 'url');
        if (typeof url !== 'string') return;
        this.address = url;
        this.said = said;
        this.note(url).then(onReady, (error: unknown) => this.options.onNotice(String(error)));
      });
    // a stop that came while it was being started did not reach it
    if (this.stopping.signal.aborted) child.kill('SIGTERM');
    return await ended;
  }

  /** Writes down who it is, for the next start and for whoever wants to run another process of the service. */
  private async note(url: string | null): Promise<void> {
    const { name, run, settings } = this.options;
    if (this.pid !== undefined) await writeNotes(run, { service: name, pid: this.pid, url, environment: settings });
  }
}
