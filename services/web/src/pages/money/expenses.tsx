import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { Attachment } from '../../design/attachment.js';
import type { FactField } from '../../design/fact-fields.js';
import { FactPage } from '../../design/fact-page.js';
import { PhotoField } from '../../design/photo-field.js';
import type { SentFact } from '../../hooks/use-fact.js';
import { useBefore } from '../../hooks/use-before.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { paidFromChoices, paidFromOf } from '../../words/paid-from.js';
import { say } from '../../words/say.js';
import { ExpenseLines, linesIn, sentLines, type MoreLine } from './expense-lines.js';
import { MoneyParts } from './money-parts.js';
import { useBudgetLine, withLine } from './use-budget-line.js';
import { useSources } from './use-sources.js';

const PATH = '/api/profit-sharing/v1/expenses';

type ExpenseField = FactField<keyof SentFact<typeof PATH> & string>;

/** What was spent, on what, with which money, and how it was paid. */
export default function Expenses() {
  const { currency, places } = useWho().coop;
  const [params] = useSearchParams();
  const sources = useSources();
  const budgetLine = useBudgetLine(sources);
  const before = useBefore();
  const [receipt, setReceipt] = useState<string>();
  const [rest, setRest] = useState(params.get('rest') ?? undefined);
  const [amount, setAmount] = useState<string>();
  // what a paper that is corrected begins with, until somebody changes its lines
  const corrected = params.get('lines');
  const [typedLines, setTypedLines] = useState<{ readonly of: string | null; readonly more: readonly MoreLine[] }>();
  const begun = useMemo(() => linesIn(corrected), [corrected]);
  const more = typedLines?.of === corrected ? typedLines.more : begun;
  const labelOf = (code: string): string => sources.find(({ value }) => value === code)?.label ?? code;
  const second: readonly ExpenseField[] = [
    {
      ...{ name: 'rest', kind: 'money', label: say('money.rest'), hint: say('money.restHint') },
      ...{ optional: true, listed: false, onAmount: setRest },
    },
    { name: 'restFundedBy', kind: 'choice', label: say('money.restFundedBy'), choices: sources, listed: false },
  ];
  return (
    <FactPage
      path={PATH}
      title={say('money.title')}
      act={say('money.newExpense')}
      empty={say('money.noExpenses')}
      parts={<MoneyParts />}
      brought="gastos"
      letter="G"
      fields={[
        { name: 'spentOn', kind: 'day', label: say('money.spentOn') },
        { name: 'category', kind: 'text', label: say('money.category'), before: before.categories },
        {
          name: 'supplier',
          kind: 'text',
          label: say('money.supplier'),
          optional: true,
          listed: false,
          before: before.suppliers,
        },
        { name: 'document', kind: 'text', label: say('money.document'), optional: true, listed: false },
        { name: 'amount', kind: 'money', label: say('money.amount'), onAmount: setAmount },
        {
          ...{ name: 'paidFrom', kind: 'choice', label: say('money.outOf'), first: 'cash', listed: false },
          choices: paidFromChoices(),
        },
        {
          ...{ name: 'fundedBy', kind: 'choice', label: say('money.fundedBy'), first: 'own', listed: false },
          ...{ choices: sources, filter: 'con', onChoose: budgetLine.choose },
        },
        budgetLine.field,
        // of several lines each says what paid it
        ...(more.length > 0 ? [] : rest === undefined ? second.slice(0, 1) : second),
        { name: 'lines', kind: 'text', label: '', asked: false, listed: false },
      ]}
      corrected={(row) =>
        row.lines[0] === undefined
          ? {}
          : {
              ...{ category: row.lines[0].category, amount: row.lines[0].amount },
              ...(row.lines[0].budgetLine ? { budgetLine: row.lines[0].budgetLine } : {}),
              lines: JSON.stringify(row.lines.map(({ line: _, ...line }) => line)),
            }
      }
      columns={[
        {
          head: say('money.supplier'),
          cell: ({ supplier, document }) => [supplier, document].filter(Boolean).join(', ') || '–',
          by: ({ supplier, document }) => [supplier, document].filter(Boolean).join(', ') || null,
        },
        { head: say('money.fundedBy'), cell: (row) => <Sources expense={row} labelOf={labelOf} /> },
        {
          head: say('work.paper'),
          cell: ({ attachments, category, amount }) =>
            attachments?.map((hash) => (
              <Attachment
                key={hash}
                route="GET /api/profit-sharing/v1/attachments/{hash}"
                hash={hash}
                of={`${category}, ${inMoney(amount, currency)}`}
              />
            )) ?? '–',
        },
      ]}
      row={(typed, code) => ({
        ...{ code, spentOn: typed.text('spentOn'), category: typed.text('category'), amount: typed.text('amount') },
        ...{ fundedBy: typed.text('fundedBy'), ...typed.optional('supplier'), ...typed.optional('document') },
        paidFrom: paidFromOf(typed.text('paidFrom')),
        ...(typed.text('rest') === ''
          ? {}
          : { rest: typed.text('rest'), restFundedBy: typed.text('restFundedBy') || 'own' }),
        ...(more.length > 0 ? sentLines(typed, more, places) : typed.optional('budgetLine')),
        ...(receipt === undefined ? {} : { attachments: [receipt] }),
      })}
      beneath={
        <>
          <ExpenseLines
            lines={more}
            first={amount ?? params.get('amount') ?? ''}
            sources={sources}
            categories={before.categories}
            onLines={(lines) => setTypedLines({ of: corrected, more: lines })}
          />
          <PhotoField
            route="POST /api/profit-sharing/v1/attachments"
            label={say('work.paper')}
            there={say('states.saved')}
            hash={receipt}
            onPhoto={setReceipt}
          />
        </>
      }
      named={({ category, amount }) => `${category}, ${inMoney(amount, currency)}`}
      onRecorded={() => {
        setRest(undefined);
        setReceipt(undefined);
        setAmount(undefined);
        setTypedLines(undefined);
        budgetLine.forget();
      }}
    >
      <p>
        <Link href="/gastos/caja-de-recibos" className="button">
          {say('shoebox.title')}
        </Link>
      </p>
    </FactPage>
  );
}

/** With which money an expense was paid: where two sources did, how much each. */
function Sources({
  expense: { amount, currency, fundedBy, budgetLine, rest, restFundedBy, paidFrom, lines },
  labelOf,
}: {
  expense: ItemOf<'GET /api/profit-sharing/v1/expenses'>;
  labelOf: (code: string) => string;
}) {
  const { places } = useWho().coop;
  const way = paidFromChoices().find(({ value }) => value === paidFrom)?.label;
  const own = way === undefined ? say('money.own') : `${say('money.own')}, ${way}`;
  const wordsOf = (source: string, line?: string | null): string =>
    source === 'own' ? own : withLine(labelOf(source), line);
  if (lines.length > 0)
    return (
      <span className="stack small">
        {lines.map(({ line, category, amount: part, fundedBy: source, budgetLine: of }) => (
          <span key={line}>
            {say('money.lineOf', { category, amount: inMoney(part, currency), source: wordsOf(source, of) })}
          </span>
        ))}
      </span>
    );
  if (rest === undefined || rest === null) return wordsOf(fundedBy, budgetLine);
  const first = (unitsOf(amount, places) ?? 0n) - (unitsOf(rest, places) ?? 0n);
  return (
    <span className="stack small">
      {(
        [
          [decimalOf(first, places), fundedBy, budgetLine],
          [rest, restFundedBy ?? 'own', null],
        ] as const
      ).map(([part, source, of]) => (
        <span key={source}>
          {say('money.twoSources', { amount: inMoney(part, currency), source: wordsOf(source, of) })}
        </span>
      ))}
    </span>
  );
}
