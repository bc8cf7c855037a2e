import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = join(import.meta.dirname, 'src/pages');

/** The pages of those who stand at a stall or in a greenhouse, as paths: what their `phone-places.ts` name. */
export const phonePages = () =>
  readdirSync(PAGES, { recursive: true })
    .filter((path) => /[\\/]phone-places\.ts$/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(PAGES, path), 'utf8').matchAll(/import\('(\.\/[\w-]+)\.js'\)/g)].map(([, page]) =>
        join(PAGES, path, '..', `${page}.tsx`),
      ),
    );
