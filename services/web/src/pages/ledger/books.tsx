import type { ReactNode } from 'react';
import { FileDown } from 'lucide-react';
import { askFile } from '../../api/ask-file.js';
import { Button } from '../../design/button.js';
import { handFile } from '../../design/hand-file.js';
import { Page } from '../../design/page.js';
import { Parts } from '../../design/parts.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAttempt } from '../../hooks/use-attempt.js';
import { say, type PlainWord } from '../../words/say.js';

const BOOKS: readonly { readonly path: string; readonly word: Extract<PlainWord, `ledger.${string}`> }[] = [
  { path: '/libro', word: 'ledger.balances' },
  { path: '/libro/asientos', word: 'ledger.entries' },
  { path: '/libro/mayor', word: 'ledger.sheet' },
  { path: '/libro/sumas', word: 'ledger.trial' },
  { path: '/libro/balance', word: 'ledger.balanceSheet' },
  { path: '/libro/resultado', word: 'ledger.result' },
  { path: '/libro/fondos', word: 'ledger.funds' },
  { path: '/libro/deudas', word: 'ledger.debts' },
  { path: '/libro/banco', word: 'ledger.bank' },
];

/** One of the books: what it shows, with the way to the others, and as a file or on paper. */
export function Book({ title, acts, children }: { title: string; acts: ReactNode; children: ReactNode }) {
  return (
    <Page
      title={title}
      acts={
        <>
          <Button onClick={() => window.print()}>{say('forms.print')}</Button>
          {acts}
        </>
      }
    >
      <Parts label={say('ledger.books')} parts={BOOKS.map(({ path, word }) => ({ path, label: say(word) }))} />
      {children}
    </Page>
  );
}

/** Fetches all entries as a journal that hledger reads. */
export function Journal() {
  const { problem, busy, attempt } = useAttempt();
  const take = async (): Promise<void> => {
    const { file, name = 'ayni.journal' } = await askFile('GET /api/profit-sharing/v1/ledger/journal', {});
    handFile(file, name);
  };
  return (
    <>
      <Button busy={busy} onClick={() => void attempt(take)}>
        <FileDown aria-hidden="true" />
        {say('ledger.hledger')}
      </Button>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </>
  );
}
