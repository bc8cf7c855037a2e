import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAct } from '../../hooks/use-act.js';
import { useBefore } from '../../hooks/use-before.js';
import { useWho } from '../../hooks/use-who.js';
import { dropPhoto } from '../../offline/photos.js';
import { dayIn } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { paidFromChoices } from '../../words/paid-from.js';
import { say } from '../../words/say.js';
import { keepBox, readBox } from './box.js';
import {
  expenseOf,
  filledOf,
  isBlank,
  isBlankLine,
  nextLine,
  nextReceipt,
  papersOf,
  sumOf,
  type Cell,
  type Receipt,
} from './receipt.js';
import { cellBeside, ReceiptLine } from './receipt-line.js';
import './shoebox.css';
import { useTrial } from './use-trial.js';

/** A box of receipts, entered one after the other from the keyboard: each is tried as it is left, all are kept at once. */
export default function Shoebox() {
  const who = useWho();
  const { code: coop, currency, places, timezone } = who.coop;
  const id = useId();
  const { suppliers, categories } = useBefore();
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/expenses');
  const today = dayIn(timezone, serverNow());
  const first = (): Receipt => nextReceipt({ day: today, supplier: '', category: '', paidFrom: 'cash' });
  const [receipts, setReceipts] = useState<readonly Receipt[]>(() => {
    const before = readBox(coop, who.user);
    return before.length === 0 ? [first()] : before;
  });
  const trial = useTrial(places);
  const [kept, setKept] = useState<number>();
  const [refused, setRefused] = useState(0);
  const box = useRef<HTMLOListElement>(null);
  /** The receipt that was just put under the others: there the typing goes on. */
  const [fresh, setFresh] = useState<string>();

  useEffect(() => keepBox(coop, who.user, receipts), [coop, who.user, receipts]);
  useEffect(() => {
    if (fresh !== undefined) box.current?.querySelector<HTMLElement>(`[data-receipt="${fresh}"] [data-cell]`)?.focus();
  }, [fresh]);

  const papers = papersOf(receipts);
  const filled = filledOf(receipts);
  const change = (changed: readonly Receipt[]): void => {
    setReceipts(changed.length === 0 ? [first()] : changed);
    setKept(undefined);
  };
  const type = (receipt: Receipt, cell: Cell, text: string): void => {
    trial.forget(receipt.id);
    change(receipts.map((one) => (one.id === receipt.id ? { ...one, [cell]: text } : one)));
  };
  const addReceipt = (): void => {
    const [head] = papers.at(-1) ?? [];
    const last = receipts.at(-1);
    if (head === undefined || last === undefined || isBlank(last)) return;
    const next = nextReceipt({ ...head, category: last.category });
    change([...receipts, next]);
    setFresh(next.id);
  };
  /** Another line under those of a receipt. */
  const addLine = ({ code }: Receipt): void => {
    const paper = papers.find(([head]) => head.code === code);
    if (paper === undefined) return;
    const next = nextLine(paper[0]);
    change(papers.flatMap((one) => (one === paper ? [...one, next] : one)));
    setFresh(next.id);
  };
  const keep = async (): Promise<void> => {
    const wrong = await trial.run(filled);
    setRefused(wrong);
    if (wrong > 0) return box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    const done = await send({ body: { rows: filled.map((paper) => expenseOf(paper, places)) } });
    if (done === undefined) return;
    change([first()]);
    setKept(filled.length);
  };
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return void keep();
    const own = receipts.find(({ id: one }) => one === rowOf(event.target));
    const to = event.key === 'Enter' && event.shiftKey && own ? own : cellBeside(event);
    if (to === undefined) return;
    event.preventDefault();
    if (to === 'after') addReceipt();
    else if (to instanceof HTMLElement) to.focus();
    else addLine(to);
  };
  return (
    <Page title={say('shoebox.title')}>
      <p className="soft">{say('shoebox.text')}</p>
      {kept === undefined ? null : (
        <Notice kind="done">
          <p>{say('shoebox.kept', { n: kept })}</p>
          <Link href="/gastos">{say('shoebox.toExpenses')}</Link>
        </Notice>
      )}
      {refused === 0 ? null : (
        <Notice kind="refused">
          <p>{say('shoebox.faults', { n: refused })}</p>
        </Notice>
      )}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <datalist id={`${id}-suppliers`}>
        {suppliers.map((supplier) => (
          <option key={supplier} value={supplier} />
        ))}
      </datalist>
      <datalist id={`${id}-categories`}>
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
      <div>
        <div className="shoebox-head" aria-hidden="true">
          {(['day', 'supplier', 'category', 'document', 'amount', 'paidFrom', 'state'] as const).map((cell) => (
            <span key={cell}>{say(`shoebox.${cell}`)}</span>
          ))}
        </div>
        <ol className="shoebox" ref={box} onKeyDown={move}>
          {papers.flatMap((paper, index) =>
            paper.map((receipt, line) => {
              const saysNothing = line === 0 ? isBlank(receipt) : isBlankLine(receipt);
              return (
                <ReceiptLine
                  key={receipt.id}
                  receipt={receipt}
                  name={nameOf(index + 1, line + 1)}
                  isLine={line > 0}
                  wrong={trial.wrongIn(receipt.id)}
                  standing={saysNothing ? 'blank' : trial.standingOf(receipt.id)}
                  ways={paidFromChoices()}
                  lists={{ supplier: `${id}-suppliers`, category: `${id}-categories` }}
                  onType={(cell, text) => type(receipt, cell, text)}
                  onLeave={() => {
                    if (!saysNothing) void trial.run(filled);
                  }}
                  onAddLine={() => addLine(receipt)}
                  onPhoto={(photo) =>
                    setReceipts((before) => before.map((one) => (one.id === receipt.id ? { ...one, photo } : one)))
                  }
                  onRemove={() => {
                    const left = receipts.filter((one) => (line === 0 ? one.code !== receipt.code : one !== receipt));
                    if (!left.some(({ photo }) => photo === receipt.photo)) void dropPhoto(receipt.photo);
                    change(left);
                  }}
                />
              );
            }),
          )}
        </ol>
      </div>
      <div className="row ends">
        <strong role="status">
          {say('shoebox.total', { n: filled.length, amount: inMoney(sumOf(filled.flat(), places), currency) })}
        </strong>
        {filled.length === 0 ? null : (
          <Button kind="main" busy={busy} onClick={() => void keep()}>
            {say('shoebox.keep', { n: filled.length })}
          </Button>
        )}
      </div>
    </Page>
  );
}

const nameOf = (number: number, line: number): string =>
  line === 1
    ? say('shoebox.row', { n: String(number) })
    : say('shoebox.rowLine', { n: String(number), line: String(line) });

/** Of which receipt what is typed into is, by its id. */
const rowOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-receipt]')?.dataset['receipt'] : undefined;
