import { useState, type ReactNode } from 'react';
import { FileDown } from 'lucide-react';
import { answerOf } from '../../api/answer-of.js';
import { askRaw } from '../../api/ask.js';
import { Problem } from '../../api/problem.js';
import { Button } from '../../design/button.js';
import { handFile, nameOfFile } from '../../design/hand-file.js';
import { Page } from '../../design/page.js';
import { Parts } from '../../design/parts.js';
import { ProblemNotice } from '../../design/problem-notice.js';
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
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const take = async (): Promise<void> => {
    const route = 'GET /api/profit-sharing/v1/ledger/journal';
    setBusy(true);
    setProblem(undefined);
    try {
      const response = await askRaw(route, {});
      if (!response.ok) await answerOf(route, response);
      handFile(await response.blob(), nameOfFile(response, 'ayni.journal'));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onClick={() => void take()}>
        <FileDown aria-hidden="true" />
        {say('ledger.hledger')}
      </Button>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </>
  );
}
