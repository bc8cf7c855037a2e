import { languageOf, type Language } from '@ayni/kernel';
import { dataFolder, isExampleFolder, type BooksKind } from '@ayni/processes/data-folder';
import { hostsOf } from '@ayni/http/door/hosts';
import { secretIn } from '@ayni/service-kit/process/config';
import { Command, InvalidArgumentError } from 'commander';
import { isLookedAt } from './browser.js';

const PORT = 4500;
const PORT_MAX = 65_535;
const LOOPBACK = /^(?:127(?:\.\d+){3}|::1|localhost)$/;
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];

/** What the laptop form is told: where its books are, and where it listens. */
export type LaptopConfig = {
  /** Whether these are the books of the demo, of which nothing is of a real co-op. */
  readonly isExample: boolean;
  readonly data: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly logLevel: string;
  /** How many proxies in front of us say truly from where a request came. */
  readonly proxies: number;
  /** The names by which it may be asked beside the machine's own addresses. */
  readonly hosts: readonly string[];
  /** Who shows it reads the metrics from another machine. */
  readonly metricsToken: string | undefined;
  readonly language: Language;
  /** Where spans go (OTLP over HTTP); undefined: nothing is traced. */
  readonly traces: string | undefined;
  /** Whether it is shown to the local network, over TLS. */
  readonly lan: boolean;
  /** Whether the browser opens by itself. */
  readonly opens: boolean;
  /** Whether the ready line is JSON, for programs that start us. */
  readonly readyAsJson: boolean;
  /** Whether standard input is held by whoever started us, and its end is ours. */
  readonly endsWithParent: boolean;
  /** What a program that we start is told beside. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Reads command line and environment, the command line first. */
export function readConfig(books: Exclude<BooksKind, 'cluster'>): LaptopConfig {
  const { argv, env } = process;
  const command = new Command(`ayni ${books}`)
    .option('--data <folder>', 'where the books are kept (AYNI_DATA)')
    .option('--port <number>', 'where to listen, 0 for any free port (AYNI_PORT)', portOf)
    .option('--lan', 'lets phones of the local network in, over HTTPS, by the port of the same number')
    .option('--no-open', 'opens no browser')
    .parse(argv);
  const options = command.opts<{ data?: string; port?: number; lan?: true; open: boolean }>();
  const logLevel = env['AYNI_LOG_LEVEL'] ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) command.error(`AYNI_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  let port = options.port;
  try {
    port ??= env['AYNI_PORT'] === undefined ? PORT : portOf(env['AYNI_PORT']);
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
  const host = env['AYNI_HOST'] ?? '127.0.0.1';
  const isLan = options.lan === true;
  if (isLan && !LOOPBACK.test(host)) command.error('--lan needs AYNI_HOST on this machine alone, as 127.0.0.1');
  if (isLan && port === PORT_MAX) command.error(`--lan needs a port below ${PORT_MAX}: it takes the next one too`);
  const data = dataFolder(options.data, books, env);
  return {
    isExample: books === 'demo' || isExampleFolder(data),
    data,
    host,
    port: port ?? PORT,
    logLevel,
    proxies: Number(proxies),
    hosts: hostsOf(env['AYNI_HOSTS']),
    metricsToken,
    language: languageOf(env['AYNI_LANG']),
    traces: env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined,
    lan: isLan,
    opens: options.open && isLookedAt({ platform: process.platform, isTerminal: process.stdout.isTTY, env }),
    readyAsJson: env['AYNI_READY'] === 'json',
    endsWithParent: env['AYNI_PARENT'] === 'pipe',
    environment: env,
  };
}

function portOf(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > PORT_MAX) throw new InvalidArgumentError('not a port from 0 to 65535');
  return number;
}
