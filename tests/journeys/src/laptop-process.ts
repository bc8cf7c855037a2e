import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '@ayni/contracts';
import { Answer } from '@ayni/season';
import { booksUrl, removeBooks, testFolder } from '@ayni/testing';
import pg from 'pg';

/** The workspace's root, where people type commands. */
export const WORKSPACE = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../../services/standalone/dist/main.js', import.meta.url));
const LINES_KEPT = 40;

/** The roles that a journey looks at a database as. */
type Role = 'runtime' | 'relay' | 'operator' | 'superuser';

/** What a system says when it is ready. */
type Ready = { readonly url: string; readonly setupCode: string | null };

/** The laptop form as people run it: a process of its own on a folder of books. */
export class LaptopProcess {
  readonly #clients: pg.Client[] = [];

  private constructor(
    readonly folder: string,
    private child: ChildProcess,
    private ready: Ready,
  ) {}

  static async start(folder = testFolder()): Promise<LaptopProcess> {
    const child = launch(folder);
    return new LaptopProcess(folder, child, await readyOf(child));
  }

  get url(): string {
    return this.ready.url;
  }

  /** The one-time code of a system without a co-op. @throws where it has one */
  get setupCode(): string {
    if (this.ready.setupCode === null) throw new Error('A co-op was made here already');
    return this.ready.setupCode;
  }

  /** Whether its first start still offers to make a co-op. */
  get isNew(): boolean {
    return this.ready.setupCode !== null;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Ends it as Ctrl-C and `systemctl stop` do. */
  stop(): Promise<Ending> {
    return end(this.child, 'SIGTERM');
  }

  /** Ends it as a power cut or the kernel does: it gets no say. PostgreSQL goes on. */
  kill9(): Promise<Ending> {
    return end(this.child, 'SIGKILL');
  }

  /** Starts it again on the same folder, after it has ended. */
  async restart(): Promise<void> {
    this.child = launch(this.folder);
    this.ready = await readyOf(this.child);
  }

  /** A connection to a service's database. */
  async sql(service: ServiceName, role: Role): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: await booksUrl(this.folder, service, role) });
    client.on('error', () => undefined); // it ends with the server, where a test stops that
    this.#clients.push(client);
    await client.connect();
    return client;
  }

  /** Ends it and removes its books. */
  async remove(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end()));
    if (isRunning(this.child)) await this.kill9();
    await removeBooks(this.folder);
  }
}

/** How a process ended. */
export type Ending = { readonly status: number | null; readonly ms: number };

/** Starts a program of the product and gathers what it says until it ends. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<{ status: number | null; output: string; errors: string }> {
  const child = spawn(program, args, { cwd: WORKSPACE, env: { ...process.env, ...options.environment } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.end(options.input ?? '');
  await once(child, 'close');
  return { status: child.exitCode, output, errors };
}

/** Starts a second instance on `folder`; tells how it ended and what it said. */
export const runSecondInstance = (folder: string): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [PROGRAM, '--data', folder, '--port', '0'], { environment: { AYNI_READY: 'json' } });

const launch = (folder: string): ChildProcess =>
  spawn(process.execPath, [PROGRAM, '--data', folder, '--port', '0'], {
    env: { ...process.env, AYNI_READY: 'json', AYNI_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function readyOf(child: ChildProcess): Promise<Ready> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The system cannot be listened to');
  const last: string[] = [];
  const keep = (line: string): void => {
    last.push(line);
    if (last.length > LINES_KEPT) last.shift();
  };
  createInterface(stderr).on('line', keep);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, by) =>
      reject(new Error([`The system did not start (${by ?? code})`, ...last].join('\n'))),
    );
    createInterface(stdout).on('line', (line) => {
      keep(line);
      const said = new Answer(parsed(line), 'ready');
      if (said.field('ready').value !== true) return;
      const code = said.field('setupCode');
      resolve({ url: said.field('url').text, setupCode: code.value === null ? null : code.text });
    });
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> {
  const began = performance.now();
  if (isRunning(child)) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
  return { status: child.exitCode, ms: performance.now() - began };
}
