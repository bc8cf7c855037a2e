import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { type PostgresServer, startPostgres } from '@ayni/postgres-server/start';
import { freePorts } from '@ayni/processes/port';
import { execute, type ExecuteOptions } from '@ayni/processes/execute';
import { until } from '@ayni/testing/until';
import { startBroker } from './broker.js';
import { containerOf, readCompose, relocate, type Compose } from './compose.js';
import type { Image } from './image.js';

const NOBODY = 65_534;

/**
 * docker-compose.yml as far as it goes without Docker: the broker and the five services are started with the commands,
 * settings and secrets of the compose file, from a tree that they cannot write to and, where we are root, as another
 * user. PostgreSQL is the laptop's. What it cannot show: the base images, the kernel's limits, and the network between
 * containers.
 */
export class Rehearsal {
  private postgres: PostgresServer | undefined;
  private endBroker: (() => Promise<void>) | undefined;
  private readonly running = new Map<ServiceName, { child: ChildProcess; said: string }>();
  private readonly ports = new Map<string, number>();

  /** @param folder an empty one that PostgreSQL's user can get into as well */
  constructor(
    private readonly project: string,
    private readonly folder: string,
    private readonly image: Image,
  ) {}

  /** @throws Error with what the failing step said */
  async start(): Promise<void> {
    const { folder, image } = this;
    await execute('chmod', ['-R', 'a-w,a+rX', image.root]);
    const secrets = join(folder, 'secrets');
    await execute(process.execPath, [join(image.root, image.workdir, 'apps/cluster/dist/make-secrets.js'), secrets]);
    this.postgres = await startPostgres({ folder, durable: false, onNotice: () => undefined });
    this.ports.set('5432', this.postgres.port);
    // the server of the rehearsal has made its superuser's password itself
    const { password } = new URL(this.postgres.url('postgres', 'postgres'));
    await rm(join(secrets, 'postgres-password'));
    await writeFile(join(secrets, 'postgres-password'), decodeURIComponent(password));
    await this.pickPorts('9092', '9093');
    this.endBroker = await startBroker(containerOf(await this.readCompose(), 'kafka'), folder);
    await this.runOnce('prepare');
    await this.pickPorts(...SERVICES.map((name) => `${name}:4500`));
    for (const name of SERVICES) await this.launch(name);
    await Promise.all(SERVICES.map((name) => this.untilHealthy(name)));
  }

  /** Where the door of a service is. */
  url(service: ServiceName): string {
    return `http://127.0.0.1:${this.ports.get(`${service}:4500`)}`;
  }

  /** What a service printed, as `docker compose logs` shows it. */
  said(service: ServiceName): string {
    return this.running.get(service)?.said ?? '';
  }

  /** Puts the places of the rehearsal where `text` names containers. */
  relocate(text: string): string {
    return relocate(text, this.ports);
  }

  /** Runs a container to its end, as `docker compose run --rm` does. */
  async runOnce(name: string, ...command: readonly string[]): Promise<string> {
    const { words, where } = await this.dress(name, command);
    return execute(process.execPath, words, where);
  }

  /** Ends the services as Docker does, then the servers; tells the status or the signal that each service ended with. */
  async stop(): Promise<readonly (number | string | null)[]> {
    const ends = [...this.running.values()].map(async ({ child }) => {
      const exit = once(child, 'exit');
      if (child.kill('SIGTERM')) await exit;
      return child.signalCode ?? child.exitCode;
    });
    const statuses = await Promise.all(ends);
    this.running.clear();
    await Promise.all([this.endBroker?.(), this.postgres?.stop()]);
    return statuses;
  }

  private readCompose(): Promise<Compose> {
    return readCompose(join(this.project, 'docker-compose.yml'), (text) => this.relocate(text));
  }

  /** Just before they are listened on: what is free now may be another program's in a minute. */
  private async pickPorts(...names: readonly string[]): Promise<void> {
    const ports = await freePorts(names.length);
    for (const [i, name] of names.entries()) this.ports.set(name, ports[i] ?? 0);
  }

  /** What a container of the compose file is given here: its secrets only, its settings, and a folder for `/tmp`. */
  private async dress(
    name: string,
    command: readonly string[] = [],
  ): Promise<{ words: string[]; where: ExecuteOptions }> {
    const { folder, image } = this;
    const compose = await this.readCompose();
    const container = containerOf(compose, name);
    const home = join(folder, 'containers', name);
    await mkdir(join(home, 'run/secrets'), { recursive: true });
    await mkdir(join(home, 'tmp'), { recursive: true });
    await chmod(join(home, 'tmp'), 0o1777);
    for (const secret of container.secrets ?? []) {
      const file = join(home, 'run/secrets', secret);
      await copyFile(join(folder, compose.secrets[secret]?.file ?? ''), file);
      await chmod(file, 0o444);
    }
    const settings = Object.entries(container.environment).map(
      ([key, value]) => [key, value.replace(/^\/run(?=\/|$)/, join(home, 'run'))] as const,
    );
    const [node, ...entry] = container.entrypoint ?? image.entrypoint;
    if (node !== 'node') throw new Error(`Only Node is started in a rehearsal, not ${node}`);
    // root becomes the user of the image, or nobody where that would be root; others stay who they are
    const id = process.getuid?.() === 0 ? Number.parseInt(image.user) || NOBODY : undefined;
    return {
      words: [...entry, ...(command.length > 0 ? command : (container.command ?? []))],
      where: {
        cwd: join(image.root, image.workdir),
        env: {
          PATH: process.env['PATH'],
          ...image.environment,
          ...Object.fromEntries(settings),
          TMPDIR: join(home, 'tmp'),
          AYNI_HOST: '127.0.0.1',
          AYNI_PARENT: 'pipe',
          AYNI_PORT: String(this.ports.get(`${name}:4500`) ?? 0),
        },
        ...(id === undefined ? {} : { uid: id, gid: id }),
      },
    };
  }

  private async launch(name: ServiceName): Promise<void> {
    const { words, where } = await this.dress(name);
    const child = spawn(process.execPath, words, { ...where, stdio: 'pipe' });
    const service = { child, said: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (service.said += text));
    this.running.set(name, service);
  }

  /** Waits until a service is ready; then the image's health check has to say so as well. */
  private async untilHealthy(name: ServiceName): Promise<void> {
    const { child } = this.running.get(name) ?? {};
    await until(
      async () =>
        child?.exitCode !== null || child.signalCode !== null || (await fetch(`${this.url(name)}/health/ready`)).ok,
    );
    const { where } = await this.dress(name);
    await execute(process.execPath, this.image.healthcheck.slice(1), where).catch((error: unknown) => {
      throw new Error(`${name} is not healthy:\n${this.said(name).slice(-4_000)}`, { cause: error });
    });
  }
}
