import { choiceWord } from '@ayni/kernel';
import { Link } from 'wouter';
import { recordingAt } from '../../design/fact-page.js';
import { Notice, Pill } from '../../design/notice.js';
import { Reversible } from '../../design/reversal.js';
import { Table } from '../../design/table.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

import { language } from '../../words/language.js';
import { BankMatch } from './bank-match.js';
import type { BankQuery } from './bank-postings.js';
import type { BankLine } from './bank-line.js';
import { Source } from './source.js';

const PILLS = { matched: 'done', doubtful: 'waiting', unmatched: 'refused' } as const;

/** The lines of a statement: those that people have to look at, or all of them. */
export function BankLines({ lines, isAll, query }: { lines: readonly BankLine[]; isAll: boolean; query: BankQuery }) {
  const shown = isAll ? lines : lines.filter(({ state }) => state !== 'matched');
  if (lines.length === 0) return <div className="card">{say('bank.noLines')}</div>;
  if (shown.length === 0)
    return (
      <Notice kind="done">
        <p>{say('bank.allDone')}</p>
      </Notice>
    );
  return (
    <section className="stack small">
      <h2>{say('bank.lines')}</h2>
      <Table
        caption={say('bank.lines')}
        rows={shown}
        keyOf={({ code }) => code}
        columns={[
          { head: say('bank.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
          {
            head: say('bank.said'),
            cell: ({ reference, note }) => `${reference} ${note}`.trim() || '–',
            by: ({ reference, note }) => `${reference} ${note}`.trim() || null,
          },
          {
            head: say('bank.amount'),
            cell: ({ amount }) => <strong>{inFigures(amount)}</strong>,
            by: ({ amount }) => amount,
            number: true,
          },
          { head: say('bank.what'), cell: (line) => <InBooks line={line} query={query} /> },
        ]}
      />
    </section>
  );
}

/** What a line is in the books, or might be, or what to do where it is nothing. */
function InBooks({ line, query }: { line: BankLine; query: BankQuery }) {
  const { state, ground, postings, amount } = line;
  const who = useWho();
  const { currency } = who.coop;
  return (
    <div className="stack small">
      <span className="row">
        <Pill kind={PILLS[state]}>{say(`bank.${state}`)}</Pill>
        {ground === null ? null : <small className="soft">{choiceWord('ground', ground, language())}</small>}
      </span>
      {state === 'doubtful' ? <span>{say('bank.mayBe')}</span> : null}
      {postings.length === 0 ? null : (
        <ul>
          {postings.map((posting) => (
            <li key={`${posting.source} ${posting.code}`}>
              <Source entry={{ ...posting, posting: 'record' }} />
              <small className="soft">
                {dayInShort(posting.day)}
                {posting.amount === amount ? '' : `, ${inMoney(posting.amount, currency)}`}
              </small>
            </li>
          ))}
        </ul>
      )}
      {line.match !== null && state !== 'matched' ? <small>{say('bank.notValid')}</small> : null}
      {line.match !== null && holds(who, 'treasurer') ? (
        <Reversible
          route="POST /api/profit-sharing/v1/bank-matches/{code}/reversal"
          name={`${line.reference} ${line.note}`.trim() || line.code}
          reversal={null}
          sent={(body) => ({ path: { code: line.match ?? '' }, body })}
        />
      ) : null}
      {state === 'unmatched' ? <Missing line={line} /> : null}
      {line.match === null && state !== 'matched' && holds(who, 'treasurer') ? (
        <span className="row no-print">
          <BankMatch line={line} query={query} />
        </span>
      ) : null}
    </div>
  );
}

/** What is missing in the books where a line is in none: the ways to note it, with what the line says of it. */
function Missing({ line: { day, amount, note } }: { line: BankLine }) {
  const who = useWho();
  if (!holds(who, 'treasurer')) return null;
  const isOut = amount.startsWith('-');
  const moved = amount.replace('-', '');
  const transfer = { movedOn: day, amount: moved, into: isOut ? 'cash' : 'bank', note };
  return (
    <>
      <small>{say(isOut ? 'bank.hintOut' : 'bank.hintIn')}</small>
      <span className="row no-print">
        {isOut ? (
          <Link
            href={recordingAt('/gastos', { spentOn: day, amount: moved, category: note, paidFrom: 'bank' })}
            className="button"
          >
            {say('bank.noteExpense')}
          </Link>
        ) : (
          <>
            <Link
              href={recordingAt('/caja/cobros', { receivedOn: day, amount: moved, into: 'bank', note })}
              className="button"
            >
              {say('bank.noteCollection')}
            </Link>
            <Link
              href={recordingAt('/anticipos/devoluciones', { paidOn: day, amount: moved, into: 'bank' })}
              className="button"
            >
              {say('bank.noteRepayment')}
            </Link>
          </>
        )}
        <Link href={recordingAt('/caja/traspasos', transfer)} className="button">
          {say('bank.noteTransfer')}
        </Link>
      </span>
    </>
  );
}
