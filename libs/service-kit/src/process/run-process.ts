import type { ServiceName } from '@ayni/contracts';
import { KafkaCarrier } from '@ayni/messaging/carrier/kafka.carrier';
import { readTopics } from '@ayni/messaging/carrier/topics';
import { isTransient } from '@ayni/database/transient';
import { Hosts } from '@ayni/http/door/hosts';
import { SystemClock } from '@ayni/http/clock';
import { createLogger, linesTo } from '../logging/logger.js';
import { Edge } from '../edge.js';
import { NO_CARRIER } from '../no-carrier.js';
import type { ServiceDefinition } from '../definition.js';
import { migrate, openService, type RunningService } from '../service.js';
import { startTracing, type Tracing } from '../tracing/tracing.js';
import { readProcessConfig, type ProcessConfig } from './config.js';
import { KeyFile } from './key-file.js';
import { waitFor } from './patience.js';

const CONNECTIONS_MAX = 8;
/** Database and broker may be started after us; who supervises us starts us again when they are not there by then. */
const START_MS = 60_000;
/** What is left of ten seconds is for ending the process itself. */
const STOP_MS = 9_000;

/** What a service may need to be made: what the process was told, and the published keys. */
export type Makings = { readonly config: ProcessConfig; readonly keys: KeyFile };

/** How a service becomes a process. */
export type ProcessForm = {
  readonly name: ServiceName;
  readonly define: (makings: Makings) => ServiceDefinition | Promise<ServiceDefinition>;
  /** What the ready line tells besides: members, its set-up code. */
  readonly tell?: (makings: Makings) => Promise<Readonly<Record<string, string | null>>>;
};

/**
 * A service as a process of its own: waits for its database and the broker, brings its tables up to date, opens its
 * door, its consumer and its relay (or those that AYNI_PART names), says that it is ready, and runs until SIGTERM,
 * Ctrl-C or the end of its parent; then it ends in order within ten seconds. One that cannot start says why in a
 * sentence and ends with status 1.
 */
export async function runProcess(form: ProcessForm): Promise<never> {
  const leaving = new AbortController();
  const leave = (): void => leaving.abort();
  const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, leave);
  // whoever reads our lines may be gone before us
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const opened: Opened = {};
  try {
    const config = readProcessConfig(form.name);
    if (config.endsWithParent) process.stdin.on('end', leave).on('error', leave).resume();
    await Promise.race([start(form, config, opened, leaving.signal), left]);
    await left;
  } catch (error) {
    if (!leaving.signal.aborted) {
      console.error(`${form.name} cannot start: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_MS));
  await Promise.race([stop(opened), late]);
  // whatever is still open would keep the process; all that mattered has been closed
  process.exit();
}

/** What has been opened so far, to be closed in the opposite order. */
type Opened = { tracing?: Tracing; carrier?: KafkaCarrier; service?: RunningService; edge?: Edge };

async function start(form: ProcessForm, config: ProcessConfig, opened: Opened, signal: AbortSignal): Promise<void> {
  const logger = createLogger(config.logLevel, linesTo(config.readyAsJson ? process.stderr : process.stdout));
  const onFault = (error: unknown): void => logger.error({ err: error }, 'Kafka failed; trying again');
  if (config.traces !== undefined) opened.tracing = await startTracing(`ayni-${form.name}`, config.traces);
  const patience = { ms: START_MS, signal, logger };
  const makings = { config, keys: await KeyFile.open(config.publicKeysFile) };
  const definition = await form.define(makings);
  const { kafka } = config;
  await Promise.all([
    kafka &&
      waitFor(
        'Kafka',
        async () => (opened.carrier = await KafkaCarrier.connect(kafka, await readTopics(), onFault, form.name)),
        () => true,
        patience,
      ),
    waitFor('PostgreSQL', () => migrate(definition, config), isTransient, patience),
  ]);
  const platform = {
    database: config.database,
    carrier: opened.carrier ?? NO_CARRIER,
    clock: new SystemClock(),
    logger,
    keys: makings.keys.find,
    connectionsMax: CONNECTIONS_MAX,
    proxies: config.proxies,
    part: config.part,
  };
  const service = await waitFor('PostgreSQL', () => openService(definition, platform), isTransient, patience);
  opened.service = service;
  // behind a proxy it is the proxy that is asked by a name
  const hosts = new Hosts(config.proxies > 0 ? undefined : [config.host, ...config.hosts]);
  const edge = new Edge([service], logger, { hosts, metricsToken: config.metricsToken });
  opened.edge = edge;
  const port = await edge.listen(config.port, config.host);
  const url = `http://${config.host}:${port}`;
  const told = config.part === 'worker' ? {} : await form.tell?.(makings);
  if (signal.aborted) return;
  if (config.readyAsJson) console.log(JSON.stringify({ ready: true, service: form.name, url, ...told }));
  else {
    logger.info({ service: form.name, url }, 'ready');
    // not through the log, which keeps secrets out
    for (const [name, value] of Object.entries(told ?? {})) if (value !== null) console.log(`${name}: ${value}`);
  }
}

async function stop({ tracing, carrier, service, edge }: Opened): Promise<void> {
  await edge?.close();
  await service?.stop();
  await carrier?.close();
  await tracing?.stop();
}
