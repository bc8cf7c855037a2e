import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const read = (file: string): Buffer => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${file}`));

export const FACES = ['regular', 'bold'] as const;
export type Face = (typeof FACES)[number];

let faces: Readonly<Record<Face, Buffer>> | undefined;

/** Source Sans 3 (OFL 1.1), read when the first paper is printed: it has the letters of all that is written in Latin script. */
export const facesOf = (): Readonly<Record<Face, Buffer>> =>
  (faces ??= {
    regular: read('400Regular/SourceSans3_400Regular.ttf'),
    bold: read('600SemiBold/SourceSans3_600SemiBold.ttf'),
  });
