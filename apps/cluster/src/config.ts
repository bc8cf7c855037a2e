import { languageOf, type Language } from '@ayni/kernel';
import { dataFolder } from '@ayni/processes/data-folder';
import { hostsOf } from '@ayni/http/door/hosts';
import { secretIn } from '@ayni/service-kit/process/config';
import { Command, InvalidArgumentError } from 'commander';

const PORT = 4500;
/** Told to the services as it stands; the superuser's address of the databases is not among it. */
const KAFKA_SETTINGS = [
  'KAFKA_BROKERS',
  'KAFKA_TOPIC_PREFIX',
  'KAFKA_TLS_CA_FILE',
  'KAFKA_SASL_USERNAME',
  'KAFKA_SASL_PASSWORD_FILE',
] as const;
/** Ours alone: the services get theirs, or must not have it. */
const OWN = [
  'DATABASE_URL',
  'AYNI_DATA',
  'AYNI_PROXIES',
  'AYNI_HOSTS',
  'AYNI_METRICS_TOKEN_FILE',
  'AYNI_PORT',
  'AYNI_HOST',
  'AYNI_READY',
  'AYNI_PARENT',
  'AYNI_PART',
];

/** What the system of processes is told. */
export type ClusterConfig = {
  readonly data: string;
  readonly host: string;
  /** Where the one address in front listens; 0 for any free port. */
  readonly port: number;
  readonly language: Language;
  /** Whether the ready line is JSON, for programs that start us. */
  readonly readyAsJson: boolean;
  /** Whether standard input is held by whoever started us, and its end is ours. */
  readonly endsWithParent: boolean;
  /** A superuser's address of a PostgreSQL that is there already; without it, our own is started. */
  readonly databaseUrl: string | undefined;
  /** How many proxies in front of ours say truly from where a request came. */
  readonly proxies: number;
  /** The names by which it may be asked beside the machine's own addresses. */
  readonly hosts: readonly string[];
  /** Who shows it reads the metrics from another machine. */
  readonly metricsToken: string | undefined;
  /** What the services are told of Kafka; without brokers in it, our own is started. */
  readonly kafka: Readonly<Partial<Record<(typeof KAFKA_SETTINGS)[number], string>>>;
  /** What the services inherit besides. */
  readonly environment: NodeJS.ProcessEnv;
};

/** Reads command line and environment, the command line first. */
export function readConfig(argv = process.argv, env = process.env): ClusterConfig {
  const command = new Command('ayni cluster')
    .description('The five services as processes, with Kafka between them and one address in front')
    .option('--data <folder>', 'where all of it is kept (AYNI_DATA)')
    .option('--port <number>', 'where to listen, 0 for any free port (AYNI_PORT)', portOf)
    .parse(argv);
  const options = command.opts<{ data?: string; port?: number }>();
  let port = options.port;
  try {
    port ??= env['AYNI_PORT'] ? portOf(env['AYNI_PORT']) : PORT;
  } catch {
    command.error('AYNI_PORT must be a port from 0 to 65535');
  }
  let metricsToken: string | undefined;
  try {
    metricsToken = secretIn(env, 'AYNI_METRICS_TOKEN_FILE');
  } catch (error) {
    command.error(error instanceof Error ? error.message : String(error));
  }
  const proxies = env['AYNI_PROXIES'] || '0';
  if (!/^\d$/.test(proxies)) command.error('AYNI_PROXIES must be how many proxies are in front, from 0 to 9');
  const databaseUrl = env['DATABASE_URL'] || undefined;
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\/[^@/]+@/.test(databaseUrl))
    command.error('DATABASE_URL must be a superuser’s address: postgres://user:password@host:port');
  return {
    data: dataFolder(options.data, 'cluster', env),
    host: env['AYNI_HOST'] || '127.0.0.1',
    port: port ?? PORT,
    language: languageOf(env['AYNI_LANG']),
    readyAsJson: env['AYNI_READY'] === 'json',
    endsWithParent: env['AYNI_PARENT'] === 'pipe',
    databaseUrl,
    proxies: Number(proxies),
    hosts: hostsOf(env['AYNI_HOSTS']),
    metricsToken,
    kafka: Object.fromEntries(KAFKA_SETTINGS.flatMap((name) => (env[name] ? [[name, env[name]]] : []))),
    environment: Object.fromEntries(
      Object.entries(env).filter(([name]) => !OWN.includes(name) && !name.startsWith('KAFKA_')),
    ),
  };
}

function portOf(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('not a port from 0 to 65535');
  return number;
}
