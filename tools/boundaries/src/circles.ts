import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

const ROOMS = ['apps', 'libs', 'services', 'tools', 'tests'];
const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** Every file of TypeScript in the workspace at `root`, by its path from there, with the ones of ours that it imports. */
export async function importsIn(root: string): Promise<Map<string, readonly string[]>> {
  const files = (await Promise.all(ROOMS.map((room) => filesIn(root, room)))).flat();
  const known = new Set(files);
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const homes = new Map(files.map((file) => [file.split('/')[1] ?? '', file.split('/').slice(0, 2).join('/')]));
  return new Map(files.map((file, i) => [file, importsOf(file, texts[i] ?? '', homes).filter((to) => known.has(to))]));
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)))
    .filter((file) => !/\/(?:dist|dist-spec|node_modules)\//.test(file));
}

/** What a file imports, also types only: whoever reads the one has to read the other. */
function importsOf(file: string, text: string, homes: ReadonlyMap<string, string>): string[] {
  return [...text.matchAll(IMPORTED)].map(([, name = '']) => {
    if (name.startsWith('.')) return posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts');
    const [, project = '', path = 'index'] = /^@ayni\/([^/]+)(?:\/(.+))?$/.exec(name) ?? [];
    return `${homes.get(project)}/src/${path}.ts`;
  });
}

/** The circles among files: each as its files, every one of which imports the next, and the last one the first. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const follow = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push(path.slice(at));
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const next of imports.get(file) ?? []) follow(next);
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) follow(file);
  return circles;
}
