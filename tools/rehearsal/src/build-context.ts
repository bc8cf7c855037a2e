import { mkdir, readdir, readFile, copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

type Pattern = { readonly excludes: boolean; readonly text: string; readonly matches: RegExp };

/**
 * Copies what `.dockerignore` lets through of `project` into `folder`, as a builder is given it.
 * @returns the files, as paths from the top of the project
 */
export async function copyContext(project: string, folder: string): Promise<readonly string[]> {
  const patterns = parsePatterns(await readFile(join(project, '.dockerignore'), 'utf8'));
  const files: string[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(project, path), { withFileTypes: true })) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (mayHold(inside, patterns)) await walk(inside);
      } else if (!isLeftOut(inside, patterns)) files.push(inside);
    }
  };
  await walk('');
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(project, file), join(folder, file));
  }
  return files;
}

/** @throws Error where a pattern has what is not rehearsed: ranges, single characters, escapes */
export function parsePatterns(text: string): readonly Pattern[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const excludes = !line.startsWith('!');
    const pattern = excludes ? line : line.slice(1);
    if (!/^[\w.@*/-]+$/.test(pattern)) throw new Error(`Not known to the rehearsal: ${line}`);
    const source = pattern
      .replaceAll('.', '\\.')
      .replaceAll(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
    // what holds of a folder holds of all that is in it
    return { excludes, text: pattern, matches: new RegExp(`^${source}(?:/|$)`) };
  });
}

/** The last pattern that fits decides. */
export const isLeftOut = (path: string, patterns: readonly Pattern[]): boolean =>
  patterns.findLast(({ matches }) => matches.test(path))?.excludes ?? false;

/** Whether a folder is let through, or something in it may be. */
function mayHold(path: string, patterns: readonly Pattern[]): boolean {
  if (!isLeftOut(path, patterns)) return true;
  const last = patterns.findLastIndex(({ matches }) => matches.test(path));
  const [top] = path.split('/');
  return patterns.slice(last).some(({ excludes, text }) => !excludes && text.split('/')[0] === top);
}
