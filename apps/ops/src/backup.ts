import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES } from '@ayni/contracts';
import type pg from '@ayni/database/driver';
import { to } from 'pg-copy-streams';
import { placeOf } from './config.js';
import { manifestHead, rowsIn, type Manifest, type ServiceInside, type TableInside } from './archive/manifest.js';
import { ArchiveWriter } from './archive/write-archive.js';
import { takeSnapshot } from './backup/snapshot.js';
import { copied, migrationsOf, tablesOf, type Table } from './backup/tables.js';
import { DATA_OPTION, type AddCommand, type OpsContext } from './ops-context.js';
import { KEY_FILES } from './key-files.js';
import { exists, withSystem } from './open-system.js';

/** `backup`: all that a system keeps, as of one instant, in one file. */
export const addBackup: AddCommand = (program, context) => {
  program
    .command('backup')
    .description('write all books and keys, as of one instant, into one file; the system may run')
    .argument('<file>', 'where to; it must not exist')
    .option(...DATA_OPTION)
    .action((file: string, options: { data?: string }) => backup(placeOf(file), options, context));
};

async function backup(file: string, options: { data?: string }, context: OpsContext): Promise<void> {
  const began = performance.now();
  await withSystem(options, context, async (system) => {
    const archive = await ArchiveWriter.create(file, context.signal);
    try {
      const snapshot = await takeSnapshot(system, context.signal);
      const services: ServiceInside[] = [];
      try {
        for (const name of SERVICES) {
          const reader = snapshot.readers.get(name);
          if (!reader) throw new Error(`There is no connection to ${name}`);
          const tables: TableInside[] = [];
          for (const table of await tablesOf(reader))
            tables.push(await addTable(archive, `${name}/${table.name}`, table, reader));
          services.push({ name, migrations: await migrationsOf(reader), tables });
        }
      } finally {
        await snapshot.release();
      }
      const manifest: Manifest = {
        ...(await manifestHead()),
        takenAt: snapshot.takenAt.toISOString(),
        form: system.form,
        services,
        keys: await addKeys(archive, system.folder),
      };
      const bytes = await archive.finish(manifest);
      if (manifest.keys.length === 0) console.error(context.say('noKeys', { folder: system.folder }));
      console.log(
        context.say('backedUp', {
          file,
          rows: String(rowsIn(manifest)),
          size: (bytes / 1e6).toFixed(1),
          seconds: ((performance.now() - began) / 1000).toFixed(1),
          pause: snapshot.pauseMs.toFixed(0),
        }),
      );
    } finally {
      await archive.abandon();
    }
  });
}

async function addTable(archive: ArchiveWriter, name: string, table: Table, reader: pg.Client): Promise<TableInside> {
  const rows = reader.query(to(`COPY ${copied(table)} TO STDOUT`));
  const parts = await archive.addPieces(name, rows);
  await reader.query('SELECT 1'); // the count comes after the last row
  return { name: table.name, columns: [...table.columns], rows: rows.rowCount, parts };
}

async function addKeys(archive: ArchiveWriter, folder: string): Promise<Manifest['keys']> {
  const keys: Manifest['keys'] = [];
  for (const name of KEY_FILES) {
    const path = join(folder, name);
    if (await exists(path)) keys.push({ ...(await archive.add(name, await readFile(path))), name });
  }
  return keys;
}
