import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = join(import.meta.dirname, 'src/pages');

/** The pages of those who stand at a stall or in a greenhouse, as paths: their places say so. */
export const phonePages = () =>
  readdirSync(PAGES, { recursive: true })
    .filter((path) => /(^|[\\/])places\.ts$/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(PAGES, path), 'utf8').matchAll(/onPhone: true[^}]*?import\('(\.\/[\w-]+)\.js'\)/g)].map(
        ([, page]) => join(PAGES, path, '..', `${page}.tsx`),
      ),
    );
