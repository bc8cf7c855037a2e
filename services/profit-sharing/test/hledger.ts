import { spawnSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';

/** Whether hledger, of Debian's package of that name, is on this machine. */
export function hasHledger(): boolean {
  const isThere = spawnSync('hledger', ['--version']).status === 0;
  if (!isThere) console.warn('hledger is not installed: no test sees whether it reads our journal');
  return isThere;
}

/** What hledger says of a journal. */
export function hledger(journal: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('hledger', ['-f', '-', ...words], {
    input: journal,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  });
  if (status !== 0) throw new Error(`hledger ${words.join(' ')}: ${stderr}`);
  return stdout;
}

/** The balance of each account by the code that its name begins with and its party, as hledger adds it up. */
export function balancesByHledger(journal: string): Record<string, string> {
  const rows: string[][] = parse(hledger(journal, 'balance', '--flat', '--no-total', '-E', '-O', 'csv'));
  return Object.fromEntries(
    rows.slice(1).map(([name = '', amount = '']) => {
      const [, account = '', party = ''] = name.split(':');
      return [`${account.split(' ')[0]} ${party}`.trim(), amount === '0' ? '0' : amount];
    }),
  );
}
