import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOf, type Language } from '@ayni/kernel';
import { Command, InvalidArgumentError } from 'commander';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const PORT = 4500;
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];

/** Which books: the real ones, or the demo's, which never become real ones. */
export type Books = 'books' | 'demo';

/** What the laptop form is told: where its books are, and where it listens. */
export type LaptopConfig = {
  readonly data: string;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly logLevel: string;
  readonly language: Language;
  /** Where spans go (OTLP over HTTP); undefined: nothing is traced. */
  readonly traces: string | undefined;
  /** Whether the ready line is JSON, for programs that start us. */
  readonly readyAsJson: boolean;
};

/** Reads command line and environment, the command line first. */
export function readConfig(books: Books): LaptopConfig {
  const { argv, env } = process;
  const command = new Command(`ayni ${books}`)
    .option('--data <folder>', 'where the books are kept (AYNI_DATA)')
    .option('--port <number>', 'where to listen, 0 for any free port (AYNI_PORT)', portOf)
    .parse(argv);
  const options = command.opts<{ data?: string; port?: number }>();
  const logLevel = env['AYNI_LOG_LEVEL'] ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) command.error(`AYNI_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  let port = options.port;
  try {
    port ??= env['AYNI_PORT'] === undefined ? PORT : portOf(env['AYNI_PORT']);
  } catch {
    command.error('AYNI_PORT must be a port from 0 to 65535');
  }
  return {
    data: dataFolder(options.data, books),
    host: env['AYNI_HOST'] ?? '127.0.0.1',
    port: port ?? PORT,
    logLevel,
    language: languageOf(env['AYNI_LANG']),
    traces: env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined,
    readyAsJson: env['AYNI_READY'] === 'json',
  };
}

/** The folder of the books: as asked, else AYNI_DATA (not for the demo), else one beside the project that git ignores. */
export function dataFolder(asked: string | undefined, books: Books | 'cluster'): string {
  const data = asked ?? (books === 'demo' ? undefined : process.env['AYNI_DATA']);
  return data === undefined ? resolve(PROJECT, '.ayni', books) : placeOf(data);
}

/** A path as people mean it: npm runs programs in the workspace's folder, and not in the one that they are in. */
export const placeOf = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

/** What an operator's commands are told by the environment. */
export type OpsConfig = {
  readonly language: Language;
  /** A superuser's address, with password, of a PostgreSQL that is not Ayni's own. */
  readonly databaseUrl: string | undefined;
  /** What it says of a Kafka that services do not tell of themselves. */
  readonly kafka: NodeJS.ProcessEnv;
};

export const readOpsConfig = (): OpsConfig => ({
  language: languageOf(process.env['AYNI_LANG']),
  databaseUrl: adminUrl(process.env),
  kafka: Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('KAFKA_'))),
});

/** The superuser's address; in containers its password stands in a file of its own. */
function adminUrl(env: NodeJS.ProcessEnv): string | undefined {
  const [url, file] = [env['DATABASE_URL'] || undefined, env['DATABASE_ADMIN_PASSWORD_FILE'] || undefined];
  if (url === undefined || file === undefined) return url;
  const command = new Command('ops');
  if (!URL.canParse(url)) command.error('DATABASE_URL must be an address: postgres://user@host:port');
  const address = new URL(url);
  try {
    address.password = encodeURIComponent(readFileSync(file, 'utf8').trim());
  } catch {
    command.error(`DATABASE_ADMIN_PASSWORD_FILE names ${file}, which cannot be read`);
  }
  return address.href;
}

function portOf(text: string): number {
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65_535) throw new InvalidArgumentError('not a port from 0 to 65535');
  return number;
}
