import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { staleDeclared } from './declared.js';
import { allPages } from './pages.js';
import { withFilesShown } from './shown-files.js';
import { staleIn } from './stale.js';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = join(PROJECT, 'docs/events');
/** A page written by people, with files shown in it. */
const GUIDE = join(PROJECT, 'docs/integrators.md');

await new Command('events')
  .description(
    'Writes what follows from the contracts: the pages of docs/events, the files that docs/integrators.md shows, topics, hashes and samples of reversals.',
  )
  .option('--check', 'write nothing; end with status 1 if a page is not up to date')
  .action(async ({ check }: { check?: true }) => {
    const tell = (file: string): boolean => process.stdout.write(`${check ? 'not up to date' : 'written'}: ${file}\n`);
    // the pages show samples, so these come first
    const kept = await staleDeclared(PROJECT);
    for (const { file, text } of kept) {
      tell(file);
      if (!check) await writeFile(join(PROJECT, file), text);
    }
    const pages = await allPages();
    const stale = await staleIn(FOLDER, pages);
    const guide = await readFile(GUIDE, 'utf8');
    const shown = withFilesShown(guide, (path) => readFileSync(join(PROJECT, path), 'utf8'));
    for (const file of stale) tell(`docs/events/${file}`);
    if (shown !== guide) tell('docs/integrators.md');
    if (check) {
      process.exitCode = stale.length > 0 || shown !== guide || kept.length > 0 ? 1 : 0;
      return;
    }
    await mkdir(FOLDER, { recursive: true });
    for (const file of stale) {
      const page = pages.get(file);
      await (page === undefined ? rm(join(FOLDER, file)) : writeFile(join(FOLDER, file), page));
    }
    if (shown !== guide) await writeFile(GUIDE, shown);
  })
  .parseAsync();
