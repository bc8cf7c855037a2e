import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { operate } from '../operate.js';
import { askEverything } from './answers.js';
import { fillBooks } from './fill-books.js';
import { booksOf, writeKnown } from './kept-books.js';
import { countRows } from './rows.js';

// Makes a small set of books with the code that is checked out and keeps it, for later releases to open.
const [release] = process.argv.slice(2);
if (release === undefined || !/^[\w.-]+$/.test(release)) throw new Error('Usage: npm run keep-books -- RELEASE');
await mkdir(dirname(booksOf(release)));
const system = await SystemProcess.start({ form: 'laptop' });
try {
  const sent = await fillBooks(system);
  const books = await SystemBooks.open(system);
  await books.quiet();
  const answers = await askEverything(system.url);
  const rows = await countRows(books);
  const made = await operate(['backup', booksOf(release), '--data', system.folder]);
  if (made.status !== 0) throw new Error(made.errors);
  await writeKnown(release, { sent, answers, rows });
  console.log(`${made.output}${answers.length} answers and ${rows.length} tables are known`);
} finally {
  await system.remove();
}
