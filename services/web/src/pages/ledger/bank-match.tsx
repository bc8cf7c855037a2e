import { useState } from 'react';
import { recordCode } from '../../api/record-code.js';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { documentWord } from '../../words/word-of.js';
import { POSTINGS, type BankQuery } from './bank-postings.js';
import type { BankLine, BankPosting } from './bank-line.js';

const keyOf = ({ source, code }: BankPosting): string => `${source} ${code}`;

/** Chooses by hand which documents a line is of: what it may be stands first, and then what else no line is of. */
export function BankMatch({ line, query }: { line: BankLine; query: BankQuery }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-label={`${say('bank.choose')}: ${line.reference} ${line.note}`} onClick={() => setOpen(true)}>
        {say('bank.choose')}
      </Button>
      {isOpen ? <Choosing line={line} query={query} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Choosing({ line, query, onClose }: { line: BankLine; query: BankQuery; onClose: () => void }) {
  const { currency, places, timezone } = useWho().coop;
  const postings = useRead(POSTINGS, { query });
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/bank-matches');
  const [chosen, setChosen] = useState<ReadonlyMap<string, BankPosting>>(new Map());
  const sum = [...chosen.values()].reduce((total, { amount }) => total + (unitsOf(amount, places) ?? 0n), 0n);
  const keep = async (): Promise<void> => {
    const today = dayIn(timezone, serverNow());
    const match = {
      ...{ code: recordCode('BM', today), matchedOn: today, bankLine: line.code },
      documents: [...chosen.values()].map(({ source, code }) => ({ source, document: code })),
    };
    if ((await send({ body: { rows: [match] } })) !== undefined) onClose();
  };
  return (
    <Dialog title={say('bank.chooseTitle')} onClose={onClose}>
      <p>
        <strong>{inMoney(line.amount, currency)}</strong> {dayInShort(line.day)} {line.reference} {line.note}
      </p>
      <p>{say('bank.chooseText')}</p>
      <Shown read={postings}>
        {({ items }) => {
          const candidates = candidatesOf(line, items);
          if (candidates.length === 0) return <p>{say('bank.noneToChoose')}</p>;
          return (
            <ul>
              {candidates.map((posting) => (
                <li key={keyOf(posting)}>
                  <label className="row tight row-tick">
                    <input
                      type="checkbox"
                      checked={chosen.has(keyOf(posting))}
                      onChange={({ target }) => setChosen(withOne(chosen, posting, target.checked))}
                    />
                    <span>
                      {documentWord(posting.source)} {posting.code}, {dayInShort(posting.day)},{' '}
                      <strong>{inMoney(posting.amount, currency)}</strong>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <p aria-live="polite">
        {say('bank.chosen', {
          sum: inMoney(decimalOf(sum, places), currency),
          amount: inMoney(line.amount, currency),
        })}
      </p>
      <Button kind="main" busy={busy} onClick={() => void keep()}>
        {say('bank.keep')}
      </Button>
    </Dialog>
  );
}

/** What it may be, then what has its amount, then the rest, the nearest first; only what went the same way. */
function candidatesOf(line: BankLine, left: readonly BankPosting[]): readonly BankPosting[] {
  const isOut = (amount: string): boolean => amount.startsWith('-');
  const all = new Map([...line.postings, ...left].map((posting) => [keyOf(posting), posting]));
  const mayBe = new Set(line.postings.map(keyOf));
  const apart = ({ day }: BankPosting): number => Math.abs(Date.parse(day) - Date.parse(line.day));
  const rank = (posting: BankPosting): number =>
    mayBe.has(keyOf(posting)) ? 0 : posting.amount === line.amount ? 1 : 2;
  return [...all.values()]
    .filter(({ amount }) => isOut(amount) === isOut(line.amount))
    .sort((one, other) => rank(one) - rank(other) || apart(one) - apart(other));
}

function withOne(
  chosen: ReadonlyMap<string, BankPosting>,
  posting: BankPosting,
  isIn: boolean,
): ReadonlyMap<string, BankPosting> {
  const others = [...chosen].filter(([key]) => key !== keyOf(posting));
  return new Map(isIn ? [...others, [keyOf(posting), posting]] : others);
}
