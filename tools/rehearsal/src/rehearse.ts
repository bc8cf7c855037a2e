import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { startPostgres, type PostgresServer } from '@ayni/postgres-server/start';
import { freePorts } from '@ayni/processes/port';
import { run, type Where } from '@ayni/processes/run';
import type { Image } from './build.js';
import { startBroker, type Broker } from './broker.js';
import { readCompose, type Compose, type Container } from './compose.js';

/** Longer than a service itself waits for its servers, so that it can say what it lacked. */
const READY_MS = 180_000;
const POLL_MS = 200;
/** As `stop_grace_period` has it. */
const STOP_MS = 15_000;
const SAID_MAX = 4_000;
const NOBODY = 65_534;

export type Plan = {
  /** The top of the project. */
  readonly project: string;
  /** An empty folder that PostgreSQL's user can get into as well. */
  readonly folder: string;
  /** What the build's commands and the servers are run with. */
  readonly environment: NodeJS.ProcessEnv;
  readonly onStep: (text: string) => void;
};

/**
 * docker-compose.yml as far as it goes without Docker: the broker and the five services are started with the commands,
 * settings and secrets of the compose file, from a tree that they cannot write to and, where we are root, as another
 * user. PostgreSQL is the laptop's. What it cannot show: the base images, the kernel's limits, and the network between
 * containers.
 */
export class Rehearsal {
  private postgres: PostgresServer | undefined;
  private broker: Broker | undefined;
  private readonly running = new Map<ServiceName, Running>();
  private readonly ports = new Map<string, number>();

  private constructor(
    private readonly plan: Plan,
    readonly image: Image,
    readonly compose: Compose,
  ) {}

  /** Starts all of it from what {@link build} made. @throws Error with what the failing step said */
  static async start(plan: Plan, image: Image): Promise<Rehearsal> {
    const compose = await readCompose(join(plan.project, 'docker-compose.yml'));
    await run('chmod', ['-R', 'a-w,a+rX', image.root]);
    const rehearsal = new Rehearsal(plan, image, compose);
    try {
      await rehearsal.open();
      return rehearsal;
    } catch (error) {
      await rehearsal.stop().catch(() => undefined);
      throw error;
    }
  }

  /** Where the door of a service is. */
  url(service: ServiceName): string {
    return `http://127.0.0.1:${this.port(service)}`;
  }

  /** What a service printed, as `docker compose logs` shows it. */
  said(service: ServiceName): string {
    return this.running.get(service)?.said() ?? '';
  }

  /** Runs the operator's program with `words` to its end, as `docker compose run --rm ops` does. */
  operate(...words: readonly string[]): Promise<string> {
    return this.runOnce('ops', words);
  }

  /** Puts the places of the rehearsal where `text` names containers. */
  replace(text: string): string {
    let replaced = text;
    for (const name of SERVICES)
      replaced = replaced
        .replaceAll(new RegExp(`(?<![\\w-])${name}:4500`, 'g'), `127.0.0.1:${this.port(name)}`)
        .replaceAll(new RegExp(`dynamic a ${name} 4500`, 'g'), `dynamic a 127.0.0.1 ${this.port(name)}`);
    return replaced
      .replaceAll(/postgres:5432/g, `127.0.0.1:${this.postgres?.port}`)
      .replaceAll(/kafka:9092/g, `127.0.0.1:${this.port('kafka')}`)
      .replaceAll('CLIENTS://:9092', `CLIENTS://127.0.0.1:${this.port('kafka')}`)
      .replaceAll(/127\.0\.0\.1[:/]9092/g, (found) => found.replace('9092', String(this.port('kafka'))))
      .replaceAll('127.0.0.1:9093', `127.0.0.1:${this.port('controller')}`)
      .replaceAll('/var/lib/kafka/data', join(this.plan.folder, 'kafka'));
  }

  /** Ends the services as Docker does, one and all, then the servers. @throws Error where one does not end in order */
  async stop(): Promise<void> {
    const late = await Promise.all(
      [...this.running].map(([name, service]) => service.stop().then((how) => [name, how])),
    );
    this.running.clear();
    await Promise.all([this.broker?.stop(), this.postgres?.stop()]);
    const wrong = late.filter(([, how]) => how !== '0');
    if (wrong.length > 0) throw new Error(`Not ended in order: ${wrong.map((words) => words.join(' ')).join(', ')}`);
  }

  private async open(): Promise<void> {
    const { plan, compose } = this;
    const { folder, onStep } = plan;
    onStep('making secrets');
    const secrets = join(folder, 'secrets');
    const program = join(this.image.root, this.image.workdir, 'apps/cluster/dist/make-secrets.js');
    await run(process.execPath, [program, secrets]);
    onStep('starting PostgreSQL and Kafka');
    this.postgres = await startPostgres({ folder, durable: false, onNotice: () => undefined });
    // the server of the rehearsal has made its superuser's password itself
    await chmod(join(secrets, 'postgres-password'), 0o600);
    const { password } = new URL(this.postgres.url('postgres', 'postgres'));
    await writeFile(join(secrets, 'postgres-password'), decodeURIComponent(password));
    // just before they are listened on: what is free now may be another program's in a minute
    await this.pickPorts(['kafka', 'controller']);
    this.broker = await startBroker(containerOf(compose, 'kafka'), {
      folder,
      port: this.port('kafka'),
      path: plan.environment['PATH'] ?? '',
      replace: (text) => this.replace(text),
    });
    onStep('preparing the databases');
    await this.runOnce('prepare');
    onStep('starting the services');
    await this.pickPorts(SERVICES);
    for (const name of SERVICES) this.running.set(name, await this.launch(name));
    await Promise.all(SERVICES.map((name) => this.untilHealthy(name)));
    onStep('all are healthy');
  }

  private port(name: string): number {
    return this.ports.get(name) ?? 0;
  }

  /** What a container of the compose file is given here: its secrets only, its settings, and a folder for `/tmp`. */
  private async dress(name: string, words?: readonly string[]): Promise<Dressed> {
    const { folder } = this.plan;
    const container = containerOf(this.compose, name);
    const [home, tmp] = [join(folder, 'containers', name), join(folder, 'containers', name, 'tmp')];
    await mkdir(join(home, 'run', 'secrets'), { recursive: true });
    await mkdir(tmp, { recursive: true });
    await chmod(tmp, 0o1777);
    for (const secret of container.secrets ?? []) {
      const source = this.compose.secrets[secret]?.file ?? '';
      const file = join(home, 'run', 'secrets', secret);
      await copyFile(join(folder, source), file);
      await chmod(file, 0o444);
    }
    const settings = Object.entries(container.environment).map(
      ([key, value]) => [key, this.replace(value).replace(/^\/run(?=\/|$)/, join(home, 'run'))] as const,
    );
    const [node, ...entry] = wordsOf(container.entrypoint) ?? this.image.entrypoint;
    if (node !== 'node') throw new Error(`Only Node is started in a rehearsal, not ${String(node)}`);
    return {
      words: [...entry, ...(words ?? wordsOf(container.command) ?? this.image.command)],
      where: {
        cwd: join(this.image.root, this.image.workdir),
        env: {
          PATH: this.plan.environment['PATH'],
          ...this.image.environment,
          ...Object.fromEntries(settings),
          TMPDIR: tmp,
          AYNI_HOST: '127.0.0.1',
          AYNI_PARENT: 'pipe',
          AYNI_PORT: String(this.port(name)),
        },
        ...identityOf(this.image.user),
      },
    };
  }

  private async pickPorts(names: readonly string[]): Promise<void> {
    const ports = await freePorts(names.length);
    for (const [i, port] of ports.entries()) this.ports.set(names[i] ?? '', port);
  }

  private async runOnce(name: string, words?: readonly string[]): Promise<string> {
    const dressed = await this.dress(name, words);
    return run(process.execPath, dressed.words, dressed.where);
  }

  private async launch(name: ServiceName): Promise<Running> {
    const dressed = await this.dress(name);
    return watch(spawn(process.execPath, dressed.words, { ...dressed.where, stdio: 'pipe' }));
  }

  /** Waits until a service is ready; then the image's health check has to say so as well. */
  private async untilHealthy(name: ServiceName): Promise<void> {
    const service = this.running.get(name);
    for (const until = Date.now() + READY_MS; ; await pause(POLL_MS)) {
      const ready = await fetch(`${this.url(name)}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) break;
      if (service?.alive() === true && Date.now() < until) continue;
      throw new Error(`${name} is not ready:\n${service?.said().slice(-SAID_MAX)}`);
    }
    const { where } = await this.dress(name);
    await run(process.execPath, this.image.healthcheck.slice(1), where);
  }
}

type Dressed = { readonly words: readonly string[]; readonly where: Where };

type Running = {
  readonly alive: () => boolean;
  readonly said: () => string;
  /** @returns its status, or the signal that it took */
  stop(): Promise<string>;
};

function watch(child: ChildProcess): Running {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exit = once(child, 'exit');
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    alive,
    said: () => said,
    async stop() {
      if (alive()) {
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
        await exit;
        clearTimeout(late);
      }
      return child.signalCode ?? String(child.exitCode);
    },
  };
}

function containerOf(compose: Compose, name: string): Container {
  const container = compose.services[name];
  if (!container) throw new Error(`docker-compose.yml has no ${name}`);
  return container;
}

const wordsOf = (words: string | string[] | undefined): readonly string[] | undefined =>
  typeof words === 'string' ? words.split(' ') : words;

/** Root becomes the user of the image, or nobody where that would be root; others stay who they are. */
function identityOf(user: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const uid = Number(user.split(':')[0]);
  return { uid: uid || NOBODY, gid: uid || NOBODY };
}

/** Of our own environment, what npm and the servers need; npm's own settings for this project would mislead it. */
export function environmentOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept =
    /^(?:PATH|HOME|LANG|JAVA_HOME|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|(?:https?|no)_proxy|npm_config_(?:registry|cache|userconfig|globalconfig|cafile))$/i;
  const taken = Object.entries(env).filter(([name]) => kept.test(name));
  const path = [dirname(process.execPath), env['PATH']].join(delimiter);
  return {
    ...Object.fromEntries(taken),
    PATH: path,
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
  };
}
