import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { staleDeclared } from './declared.js';
import { guidesOf, type Guide } from './guides.js';
import { allPages } from './pages.js';
import { withFilesShown } from './shown-files.js';
import { staleIn } from './stale.js';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = join(PROJECT, 'docs/events');

await new Command('events')
  .description(
    'Writes what follows from the contracts: the pages of docs/events, the files that guides show, topics, hashes and samples of reversals.',
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
    const guides: Guide[] = [];
    for (const guide of guidesOf(PROJECT)) {
      const text = withFilesShown(guide.text, (path) => readFileSync(join(PROJECT, path), 'utf8'));
      if (text !== guide.text) guides.push({ file: guide.file, text });
    }
    for (const file of stale) tell(`docs/events/${file}`);
    for (const { file } of guides) tell(file);
    if (check) {
      process.exitCode = stale.length + guides.length + kept.length > 0 ? 1 : 0;
      return;
    }
    await mkdir(FOLDER, { recursive: true });
    for (const file of stale) {
      const page = pages.get(file);
      await (page === undefined ? rm(join(FOLDER, file)) : writeFile(join(FOLDER, file), page));
    }
    for (const { file, text } of guides) await writeFile(join(PROJECT, file), text);
  })
  .parseAsync();
