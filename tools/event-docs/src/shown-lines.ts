const BLOCK = /<!-- lines of: (\S+) -->\n\n```\w*\n([\s\S]*?)\n```(?=\n)/g;
/** Stands where lines between two that are shown are left out. */
const LEFT_OUT = '// …';

/** Lines of a file that stand one below the other, without their indentation. */
export type Run = readonly string[];

/** What a page shows of a file that holds more: each code block after `<!-- lines of: PATH -->`, `// …` between its runs. */
export type Shown = { readonly path: string; readonly runs: readonly Run[] };

export const linesShown = (page: string): Shown[] =>
  [...page.matchAll(BLOCK)].map(([, path = '', text = '']) => {
    const runs: string[][] = [[]];
    for (const line of text.split('\n').map((one) => one.trim()))
      if (line === LEFT_OUT) runs.push([]);
      else runs.at(-1)?.push(line);
    return { path, runs };
  });

/**
 * Where a run begins among the lines of its file.
 * @throws Error where it does not stand there, or more than once
 */
export function placeOf(run: Run, path: string, lines: readonly string[]): number {
  const [place, ...others] = lines.flatMap((_, at) =>
    run.every((line, i) => lines[at + i]?.trim() === line) ? [at] : [],
  );
  if (place === undefined || others.length > 0)
    throw new Error(`${path} has ${others.length > 0 ? 'more than once' : 'not'}:\n${run.join('\n')}`);
  return place;
}
