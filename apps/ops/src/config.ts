import { readFileSync } from 'node:fs';
import { languageOf, type Language } from '@ayni/kernel';
import * as folders from '@ayni/processes/data-folder';
import { Command } from 'commander';

/** The folder that a command is about: as asked, or as the environment says. */
export const dataFolder = (asked: string | undefined, books: 'books' | 'cluster'): string =>
  folders.dataFolder(asked, books, process.env);

/** A path as people mean it. */
export const placeOf = (path: string): string => folders.placeOf(path, process.env);

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
