import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SERVICES } from '@ayni/contracts';
import { Secrets } from '@ayni/secrets/secrets';
import { migrate } from '@ayni/service-kit/service';
import { dataFolder, placeOf } from './config.js';
import { partsOf, rowsIn, type Manifest } from './archive/manifest.js';
import { ArchiveReader, checkArchive } from './archive/read-archive.js';
import { syncFolder } from './archive/write-archive.js';
import { Complaint } from './complaint.js';
import { DATA_OPTION, type AddCommand, type OpsContext } from './ops-context.js';
import { placeOfKey } from './key-files.js';
import type { Form } from './open-system.js';
import { forgetSent, loadBooks } from './restore/load-books.js';
import { migrationsIn, type Migrations } from './restore/migrations.js';
import { RestoredFolder } from './restore/restored-folder.js';
import { ownTarget, serverTarget, type Target } from './restore/target.js';

/** `restore`: a system as a backup has it, where there was none. */
export const addRestore: AddCommand = (program, context) => {
  program
    .command('restore')
    .description('make a system from a backup, in a folder without books or on the server of DATABASE_URL')
    .argument('<file>', 'the backup')
    .option(...DATA_OPTION)
    .action((file: string, options: { data?: string }) => restore(placeOf(file), options, context));
};

/** All that can be wrong with the backup or the place is found before anything is made. */
async function restore(
  file: string,
  { data }: { data?: string },
  { say, databaseUrl, signal }: OpsContext,
): Promise<void> {
  const manifest = await checkArchive(file, signal);
  const migrations = await migrationsIn(manifest, file);
  // services that share a server are processes of their own
  const form: Form = databaseUrl === undefined ? manifest.form : 'cluster';
  const restored = await RestoredFolder.find(dataFolder(data, form === 'cluster' ? 'cluster' : 'books'));
  await restored.sweep();
  if (databaseUrl === undefined)
    await restored.expectSpace(partsOf(manifest).reduce((sum, { bytes }) => sum + bytes, 0));
  try {
    const target = await (databaseUrl === undefined ? ownTarget(restored.temporary) : serverTarget(databaseUrl));
    try {
      await build(restored.temporary, target, { file, form, manifest, migrations, signal });
      await target.name();
    } finally {
      await target.close();
    }
    await restored.take();
  } catch (error) {
    const isFull = await restored.isFull().catch(() => false);
    await restored.abandon().catch(() => undefined); // what went wrong first says more
    throw isFull && databaseUrl === undefined ? new Complaint('noSpace', {}, error) : error;
  }
  const { folder } = restored;
  const taken = manifest.takenAt.replace('T', ' ').replace(/:\d\d\.\d+Z$/, ' UTC');
  console.log(say('restored', { folder, rows: String(rowsIn(manifest)), taken }));
  console.log(say(form === 'laptop' ? 'startLaptop' : 'startCluster', { folder }));
}

type Work = {
  readonly file: string;
  readonly form: Form;
  readonly manifest: Manifest;
  readonly migrations: Migrations;
  readonly signal: AbortSignal;
};

/** Fills `target` with the books of the backup, and `folder` with its keys. */
async function build(folder: string, target: Target, work: Work): Promise<void> {
  const { file, form, manifest, migrations, signal } = work;
  const archive = new ArchiveReader(file, signal);
  try {
    for (const service of manifest.services) {
      signal.throwIfAborted();
      const { name } = service;
      const { migrator, superuser } = await target.make(name);
      await migrate({ name, migrations: migrations.get(name) ?? [] }, { database: { migrator } });
      await loadBooks(superuser, service, archive, signal);
      if (form !== manifest.form) await forgetSent(superuser);
    }
    for (const key of manifest.keys) {
      const path = join(folder, placeOfKey(key.name, form));
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(archive.contentOf([key]), createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }));
    }
  } finally {
    await archive.close();
  }
  if (form === 'laptop') return;
  const secrets = Secrets.of(folder);
  await secrets.makeFolder();
  for (const service of SERVICES) await secrets.openPasswords(service, target.passwords(service));
  await syncFolder(secrets.folder);
}
