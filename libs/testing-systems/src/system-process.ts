import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { databaseOf } from '@ayni/database/roles';
import { readNotes, RUN, type RunNotes } from '@ayni/processes/run-notes';
import { SECRETS, SIGNING_KEY } from '@ayni/secrets/secrets';
import pg from 'pg';
import { booksUrl, removeBooks } from './books-url.js';
import { testTopicPrefix } from './broker.js';
import { freshBooks } from './fresh-books.js';
import { testFolder } from '@ayni/testing/test-folder';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';

/** One process on a laptop, or the five services as processes with Kafka between them. */
export type Form = 'laptop' | 'kafka';

/** The roles that a test looks at a database as. */
type Role = 'runtime' | 'relay' | 'operator' | 'superuser';

/** What a system says when it is ready. */
type Ready = {
  readonly url: string;
  readonly setupCode: string | null;
  /** The processes of its services, where they are not the program itself. */
  readonly services: ReadonlyMap<ServiceName, number>;
};

/** What a test starts a system with. */
export type SystemOptions = {
  readonly form: Form;
  /** Where it keeps its books: fresh ones, unless it is to make them there, or to find what is there. */
  readonly folder?: string;
  /** What it is told by its environment; over Kafka at least the brokers, unless it is to start one of its own. */
  readonly environment?: Readonly<Record<string, string>>;
};

const PROGRAMS: Readonly<Record<Form, string>> = {
  laptop: join(WORKSPACE, 'apps/laptop/dist/main.js'),
  kafka: join(WORKSPACE, 'apps/cluster/dist/main.js'),
};
const LINES_KEPT = 40;

/** A system as people run it: a program of its own on a folder of books. */
export class SystemProcess {
  private readonly clients: pg.Client[] = [];
  private child: ChildProcess;

  private constructor(
    readonly form: Form,
    readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
    first: ChildProcess,
    private ready: Ready,
    /** What it told people on standard error, over all its lives. */
    readonly notices: string[],
  ) {
    this.child = first;
  }

  static async start({ form, folder: given, environment = {} }: SystemOptions): Promise<SystemProcess> {
    // a server that is given keeps the books itself
    const folder = given ?? (environment['DATABASE_URL'] ? testFolder() : await freshBooks(startAndStop));
    // the books are the same, and a laptop's key is none of five services
    if (given === undefined && form === 'kafka') await rm(join(folder, SIGNING_KEY), { force: true });
    const told = {
      ...process.env,
      // fresh, whatever servers other systems of this machine are pointed at
      ...(form === 'kafka' ? { DATABASE_URL: '', KAFKA_TOPIC_PREFIX: testTopicPrefix() } : {}),
      AYNI_LANG: 'en',
      AYNI_LOG_LEVEL: 'warn',
      ...environment,
      AYNI_READY: 'json',
    };
    const notices: string[] = [];
    const child = launch(form, folder, told);
    return new SystemProcess(form, folder, told, child, await readyOf(child, notices), notices);
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

  /** The file with the key that its tokens are signed with. */
  get signingKeyFile(): string {
    return join(this.folder, this.form === 'kafka' ? SECRETS : '', SIGNING_KEY);
  }

  /** Ends it as Ctrl-C and `systemctl stop` do. */
  stop(): Promise<Ending> {
    return end(this.child, 'SIGTERM');
  }

  /** Ends it as a power cut or the kernel does: it gets no say, nor do its services. PostgreSQL and the broker go on. */
  async kill9(): Promise<Ending> {
    const services = isRunning(this.child) ? [...this.ready.services.values()] : [];
    const ended = end(this.child, 'SIGKILL');
    services.forEach(killNow);
    return ended;
  }

  /** Starts it again on the same folder, after it has ended; at the address that it had, where somebody still has it. */
  async restart({ atSameAddress = false } = {}): Promise<void> {
    const port = atSameAddress ? new URL(this.url).port : '0';
    this.child = launch(this.form, this.folder, this.environment, port);
    this.ready = await readyOf(this.child, this.notices);
  }

  /** Starts a second instance on the folder; tells how it ended and what it said. */
  startSecond(): ReturnType<typeof runProgram> {
    return runProgram(process.execPath, argsOf(this.form, this.folder), { environment: this.environment });
  }

  /** A connection to a service's database. */
  async sql(service: ServiceName, role: Role): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: await this.addressOf(service, role) });
    client.on('error', () => undefined); // it ends with the server, where a test stops that
    this.clients.push(client);
    await client.connect();
    return client;
  }

  /** Who a service's process is at present, and what it was told; over Kafka only. */
  async processOf(service: ServiceName): Promise<RunNotes> {
    const notes = await readNotes(join(this.folder, RUN), service);
    if (!notes) throw new Error(`${service} is not running`);
    return notes;
  }

  /** Ends it and removes its books. */
  async remove(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end()));
    if (isRunning(this.child)) await this.kill9();
    await removeBooks(this.folder);
  }

  private async addressOf(service: ServiceName, role: Role): Promise<string> {
    const { DATABASE_URL: server } = this.environment;
    if (this.form === 'laptop' || !server) return booksUrl(this.folder, service, role);
    if (role !== 'superuser') throw new Error(`On a server that was given, only its superuser is known here`);
    const address = new URL(server);
    address.pathname = `/${databaseOf(service)}`;
    return address.href;
  }
}

async function startAndStop(folder: string): Promise<void> {
  const system = await SystemProcess.start({ form: 'laptop', folder });
  await system.stop();
}

/** How a process ended. */
export type Ending = { readonly status: number | null; readonly ms: number };

const argsOf = (form: Form, folder: string, port = '0'): string[] => [PROGRAMS[form], '--data', folder, '--port', port];

const launch = (form: Form, folder: string, environment: NodeJS.ProcessEnv, port = '0'): ChildProcess =>
  spawn(process.execPath, argsOf(form, folder, port), { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });

function readyOf(child: ChildProcess, notices: string[]): Promise<Ready> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The system cannot be listened to');
  createInterface(stderr).on('line', (line) => notices.push(line));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // not its exit: what it said last may still be on its way
    child.once('close', (code, by) =>
      reject(new Error([`The system did not start (${by ?? code})`, ...notices.slice(-LINES_KEPT)].join('\n'))),
    );
    createInterface(stdout).on('line', (line) => {
      const said = jsonOf(line);
      if (fieldOf(said, 'ready') !== true) return;
      const [url, code, services] = [fieldOf(said, 'url'), fieldOf(said, 'setupCode'), fieldOf(said, 'services')];
      if (typeof url !== 'string') return;
      const pids = SERVICES.flatMap((name): [ServiceName, number][] => {
        const pid = fieldOf(fieldOf(services, name), 'pid');
        return typeof pid === 'number' ? [[name, pid]] : [];
      });
      resolve({ url, setupCode: typeof code === 'string' ? code : null, services: new Map(pids) });
    });
  });
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

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}
