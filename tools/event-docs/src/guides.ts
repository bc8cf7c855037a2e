import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page that people wrote, with files shown in it. */
export type Guide = { readonly file: string; readonly text: string };

/** Every page under docs that shows a file or lines of one. */
export const guidesOf = (project: string): Guide[] =>
  readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ file: `docs/${name}`, text: readFileSync(join(project, 'docs', name), 'utf8') }))
    .filter(({ text }) => /<!-- (?:file|lines of): /.test(text));
