import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mistakesIn, readFolder, type SeasonFolder } from '../src/folder.js';
import { FolderMistakes, mistakeLine } from '../src/mistake.js';

/** The example season of the project. */
export const CHACOMA = fileURLToPath(new URL('../../../examples/chacoma', import.meta.url));

/** Runs `act` on a copy of the example season in a temporary folder. */
export async function withSeason<T>(act: (season: Season) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ayni-season-test-'));
  try {
    await cp(CHACOMA, folder, { recursive: true });
    return await act(new Season(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export class Season {
  constructor(readonly folder: string) {}

  text(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8');
  }

  write(file: string, content: string | Uint8Array): Promise<void> {
    return writeFile(join(this.folder, file), content);
  }

  remove(file: string): Promise<void> {
    return rm(join(this.folder, file));
  }

  /** Rewrites the lines of a file. */
  async lines(file: string, change: (lines: string[]) => string[]): Promise<void> {
    const lines = (await this.text(file)).trimEnd().split(/\r?\n/);
    await this.write(file, `${change(lines).join('\n')}\n`);
  }

  /** Replaces line `number` (from 1), and says what stood there. */
  line(file: string, number: number, line: string): Promise<void> {
    return this.lines(file, (lines) => lines.map((old, index) => (index === number - 1 ? line : old)));
  }

  read(): Promise<SeasonFolder> {
    return readFolder(this.folder);
  }

  /** What is found when the folder is read. */
  async found(): Promise<FolderMistakes> {
    try {
      return await mistakesIn(this.folder, (await this.read()).findings);
    } catch (error) {
      if (error instanceof FolderMistakes) return error;
      throw error;
    }
  }

  /** What is found when the folder is read, a mistake a line. */
  async mistakes(): Promise<string[]> {
    return (await this.found()).mistakes.map(mistakeLine);
  }
}
