import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fieldOf } from '@ayni/kernel';
import { WORKSPACE } from '@ayni/testing/run-program';

/** A page as the program of the pages names it. */
export type Screen = {
  /** Its address, with what stands in the place of a code: `/gestion/:code`. */
  readonly path: string;
  /** Who may come to it; undefined where everybody who is signed in may. */
  readonly roles: readonly string[] | undefined;
  /** Whether it opens without a line from the start. */
  readonly onPhone: boolean;
};

const PAGES = join(WORKSPACE, 'services/web/src/pages');

/** All pages of people who are signed in, from where the program itself takes them: a new one is among them by itself. */
export async function screens(): Promise<Screen[]> {
  const nouns = await readdir(PAGES);
  const found = await Promise.all(
    nouns.flatMap((noun) => [
      placesIn(join(PAGES, noun, 'places.ts'), false),
      placesIn(join(PAGES, noun, 'phone-places.ts'), true),
    ]),
  );
  return found.flat();
}

async function placesIn(file: string, onPhone: boolean): Promise<Screen[]> {
  if (!existsSync(file)) return [];
  const module: unknown = await import(pathToFileURL(file).href);
  return Object.values(Object(module))
    .filter(Array.isArray)
    .flat()
    .map((place) => screenOf(place, onPhone));
}

function screenOf(place: unknown, onPhone: boolean): Screen {
  const [path, roles] = [fieldOf(place, 'path'), fieldOf(place, 'roles')];
  if (typeof path !== 'string') throw new Error(`no page has its address in ${JSON.stringify(place)}`);
  return { path, roles: Array.isArray(roles) ? roles.map(String) : undefined, onPhone };
}
