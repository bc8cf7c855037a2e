/** Says what a command found: to programs as one line of JSON, to people in lines. */
export function answer(found: object, asJson: boolean | undefined, lines: () => readonly string[]): void {
  if (asJson)
    console.log(JSON.stringify(found, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
  else for (const line of lines()) console.log(line);
}

/** Columns of a terminal, as wide as they need to be. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** The status of a program that did its work and found something that people have to look at. */
export function endAsWrong(isWrong: boolean): void {
  if (isWrong) process.exitCode = 1;
}

/** An instant as an operator reads it. */
export const atMinute = (instant: string): string => instant.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC');
