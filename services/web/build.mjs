// Builds the pages where something that they are made of has changed: files with a digest in their names, each also as
// Brotli and gzip, and the service worker with the list of what a phone keeps.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { phonePages } from './phone-pages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const out = join(here, 'dist');
const stamp = join(out, '.made-of');
/** What a phone fetches before the first act, gzipped and without the font, and all that it keeps: the build fails above it. */
const FIRST_MAX = 120 * 1024;
const KEPT_MAX = 150 * 1024;
/** Who holds an office has its menu on her phone too. */
const OFFICE_MENU = 'src/app/office-menu.ts';
const CHUNK_MAX = 180 * 1024;

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

/** The libraries that a project is made of, and what those are made of in turn. */
function librariesOf(project, found = new Set()) {
  for (const { path } of JSON.parse(readFileSync(project, 'utf8')).references ?? []) {
    const library = join(dirname(project), path);
    if (!found.has(dirname(library))) librariesOf(library, found.add(dirname(library)));
  }
  return [...found];
}

function digest() {
  const hash = createHash('sha256');
  const own = ['src', 'public'].flatMap((folder) => filesIn(join(here, folder)));
  const configured = ['index.html', 'vite.config.ts', 'phone-pages.mjs', 'build.mjs'].map((name) => join(here, name));
  const taken = [
    join(root, 'package-lock.json'),
    ...librariesOf(join(here, 'tsconfig.app.json')).flatMap((library) => [
      join(library, 'package.json'),
      ...filesIn(join(library, 'src')),
    ]),
  ];
  for (const path of [...own, ...configured, ...taken].sort())
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Words in code that a phone has, of nouns that it has not. */
function wordsNotOnPhone(files) {
  const folder = join(here, 'src/words/es');
  const brings = [join(folder, 'phone.ts'), ...phonePages().map((page) => join(dirname(page), 'words.ts'))];
  const onPhone = brings.flatMap((file) =>
    [...read(file).matchAll(/import \{ (\w+) \} from '.*\w+\.js'/g)].map(([, noun]) => noun),
  );
  const others = readdirSync(folder)
    .map((name) => name.replace('.ts', ''))
    .filter((noun) => !['index', 'phone', ...onPhone].includes(noun));
  const word = new RegExp(`["'\`]((?:${others.join('|')})\\.[\\w-]+)["'\`]`, 'g');
  return files.flatMap((file) => [...read(join(out, file)).matchAll(word)].map(([, found]) => found));
}

const kB = (bytes) => (bytes / 1024).toFixed(0);
const gzipped = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

const madeOf = digest();
if (read(stamp) !== madeOf) {
  // loaded only where there is something to do: `npm start` passes here each time
  const { build } = await import('vite');
  await build({ root: here, logLevel: 'warn' });

  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'));
  const files = filesIn(out).filter((path) => !path.includes('/.vite/'));
  /** The files that come with some pages. */
  const filesOf = (...names) => {
    const found = new Set();
    const follow = (name) => {
      const chunk = manifest[name];
      if (!chunk || found.has(chunk.file)) return;
      [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])].forEach((file) => found.add(file));
      (chunk.imports ?? []).forEach(follow);
    };
    names.forEach(follow);
    return [...found];
  };
  const isCode = (file) => /\.(js|css)$/.test(file);
  const sizeOf = (taken) =>
    taken.filter(isCode).reduce((sum, file) => sum + gzipped(join(out, file)), gzipped(join(out, 'index.html')));
  const pages = phonePages().map((path) => relative(here, path));
  // with what they fetch later
  const kept = filesOf(
    'index.html',
    OFFICE_MENU,
    ...pages,
    ...pages.flatMap((page) => manifest[page].dynamicImports ?? []),
  );
  const phone = sizeOf(kept);
  const first = Math.max(...pages.map((page) => sizeOf(filesOf('index.html', page))));
  for (const word of wordsNotOnPhone(kept.filter(isCode)))
    throw new Error(
      `A phone has no words of '${word}' without a line: name its noun in src/words/es/phone.ts, or in a words.ts beside the page.`,
    );
  if (first > FIRST_MAX)
    throw new Error(`Before the first act a phone would fetch ${first} bytes; ${FIRST_MAX} are allowed.`);
  if (phone > KEPT_MAX) throw new Error(`A phone would keep ${phone} bytes; ${KEPT_MAX} are allowed.`);
  for (const path of files.filter((file) => file.endsWith('.js')))
    if (gzipped(path) > CHUNK_MAX) throw new Error(`${relative(out, path)} is larger than ${CHUNK_MAX} bytes.`);

  const worker = (
    await build({
      root: here,
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        lib: { entry: join(here, 'src/offline/sw.ts'), formats: ['iife'], name: 'worker' },
        target: ['chrome109', 'firefox115', 'safari16.4'],
      },
      define: {
        KEPT_FILES: JSON.stringify(['/', ...kept.map((file) => `/${file}`), '/ayni.svg', '/ayni.webmanifest']),
        VERSION: JSON.stringify(madeOf.slice(0, 12)),
      },
    })
  )[0].output[0].code;
  writeFileSync(join(out, 'sw.js'), worker);

  for (const path of [...files, join(out, 'sw.js')]) {
    if (!/\.(js|css|html|svg|json|webmanifest)$/.test(path) || statSync(path).size < 1024) continue;
    const text = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
  writeFileSync(stamp, madeOf);
  console.log(`pages built: a phone fetches ${kB(first)} kB before the first act, and keeps ${kB(phone)} kB`);
}
