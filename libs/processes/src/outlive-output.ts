/**
 * A program that runs for days goes on where what it says can no longer be written: to a file on a full disk, or to a
 * terminal that was closed. Node would end it in the middle, with its database still running.
 */
export function outliveOutput(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
}
