import type { Progress } from './run-book.js';

const WIDTH = 30;

/** Shows on one line of a terminal how far a season is. */
export function progressBar(terminal: NodeJS.WriteStream): Progress & { readonly clear: () => void } {
  const show = (text: string): void => {
    terminal.write(`\r\u001b[K${text.slice(0, Math.max(20, terminal.columns - 1))}`);
  };
  return {
    onLoaded(file, done, total) {
      const filled = total === 0 ? WIDTH : Math.floor((done * WIDTH) / total);
      show(`${file.padEnd(10)} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`);
    },
    onLacking(lacking) {
      show(`closing    ${lacking[0] ?? ''}${lacking.length > 1 ? ` (and ${lacking.length - 1} more)` : ''}`);
    },
    clear: () => show(''),
  };
}
