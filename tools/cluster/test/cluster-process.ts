import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { removeKafka } from '@ayni/kafka';
import { Answer } from '@ayni/season';
import { removeBooks, testFolder } from '@ayni/testing';

const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const LINES_KEPT = 40;

/** What the program says when it is ready. */
type Ready = {
  url: string;
  setupCode: string | null;
  services: ReadonlyMap<ServiceName, { url: string; pid: number }>;
};

/** The system of processes as people run it: a program of its own on a folder. */
export class ClusterProcess {
  private constructor(
    readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
    private child: ChildProcess,
    public ready: Ready,
    /** Everything that it told people on standard error, over all its lives. */
    readonly notices: string[],
  ) {}

  static async start(): Promise<ClusterProcess> {
    const folder = testFolder();
    // a broker that is given is shared with other suites
    const environment = { KAFKA_TOPIC_PREFIX: `t${randomBytes(4).toString('hex')}.` };
    const notices: string[] = [];
    const { child, ready } = await begin(folder, environment, notices);
    return new ClusterProcess(folder, environment, child, ready, notices);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  pidOf(service: ServiceName): number {
    return this.ready.services.get(service)?.pid ?? 0;
  }

  async restart(): Promise<void> {
    const { child, ready } = await begin(this.folder, this.environment, this.notices);
    this.child = child;
    this.ready = ready;
  }

  /** Ends it and waits until it has ended. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ status: number | null; ms: number }> {
    const began = performance.now();
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill(signal);
      await exit;
    }
    return { status: this.child.exitCode, ms: performance.now() - began };
  }

  /** Starts another instance on the folder, which is not to come up; tells how it ended and what it said. */
  async second(): Promise<{ status: number | null; said: string }> {
    const child = launch(this.folder, this.environment);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child, 'close');
    return { status: child.exitCode, said };
  }

  /** Ends it and removes all that it kept. */
  async remove(): Promise<void> {
    await this.end('SIGTERM');
    await removeKafka(this.folder);
    await removeBooks(this.folder);
  }
}

const launch = (folder: string, environment: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [PROGRAM, '--data', folder, '--port', '0'], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      ...environment,
      AYNI_READY: 'json',
      AYNI_LOG_LEVEL: 'warn',
      AYNI_LANG: 'en',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

async function begin(
  folder: string,
  environment: NodeJS.ProcessEnv,
  notices: string[],
): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = launch(folder, environment);
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The system cannot be listened to');
  createInterface(stderr).on('line', (line) => notices.push(line));
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, by) =>
      reject(new Error([`The system did not start (${by ?? code})`, ...notices.slice(-LINES_KEPT)].join('\n'))),
    );
    createInterface(stdout).on('line', (line) => resolve(readyOf(new Answer(JSON.parse(line), 'ready'))));
  });
  return { child, ready };
}

function readyOf(said: Answer): Ready {
  const code = said.field('setupCode');
  const placeOf = (name: ServiceName): { url: string; pid: number } => {
    const place = said.field('services').field(name);
    return { url: place.field('url').text, pid: place.field('pid').number };
  };
  return {
    url: said.field('url').text,
    setupCode: code.value === null ? null : code.text,
    services: new Map(SERVICES.map((name) => [name, placeOf(name)])),
  };
}
