import { Link } from 'wouter';
import { FactPage, recordingAt } from '../../design/fact-page.js';
import { Table } from '../../design/table.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { MoneyParts } from './money-parts.js';
import { owedOf, type Owed } from './owed-expenses.js';

const PAGE = '/gastos/pagos';

/** What is owed to suppliers, and what was paid of it. */
export default function SupplierPayments() {
  const { currency, places } = useWho().coop;
  const expenses = useWhole('GET /api/profit-sharing/v1/expenses', {}).data?.value;
  const payments = useWhole('GET /api/profit-sharing/v1/supplier-payments', {}).data?.value;
  const owed = expenses === undefined || payments === undefined ? undefined : owedOf(expenses, payments, places);
  const names = new Map(
    (expenses ?? []).map(({ code, supplier, category }) => [code, `${supplier ?? '–'}: ${category}`]),
  );
  const nameOf = (code: string): string => names.get(code) ?? code;
  return (
    <FactPage
      path="/api/profit-sharing/v1/supplier-payments"
      title={say('money.payments')}
      act={say('money.newPayment')}
      empty={say('money.noPayments')}
      parts={<MoneyParts />}
      letter="PP"
      fields={[
        {
          ...{ name: 'expense', kind: 'choice', label: say('money.expense'), nameOf },
          choices: (owed ?? []).map(({ expense: { code, supplier, category }, left }) => ({
            value: code,
            label: say('money.expenseLine', {
              ...{ supplier: supplier ?? code, category, left: inMoney(left, currency) },
            }),
          })),
        },
        { name: 'paidOn', kind: 'day', label: say('money.paidOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        {
          ...{ name: 'paidFrom', kind: 'choice', label: say('money.outOf') },
          choices: [
            { value: 'cash', label: say('money.fromCash') },
            { value: 'bank', label: say('money.fromBank') },
          ],
        },
        { name: 'note', kind: 'text', label: say('facts.note'), optional: true },
      ]}
      row={(typed, code) => ({
        ...{ code, expense: typed.text('expense'), paidOn: typed.text('paidOn'), amount: typed.text('amount') },
        ...{ paidFrom: typed.text('paidFrom') === 'bank' ? 'bank' : 'cash', note: typed.text('note') },
      })}
      named={({ expense, amount }) => `${nameOf(expense)}, ${inMoney(amount, currency)}`}
    >
      {owed === undefined ? null : <OwedToSuppliers owed={owed} />}
    </FactPage>
  );
}

function OwedToSuppliers({ owed }: { owed: readonly Owed[] }) {
  const { currency } = useWho().coop;
  if (owed.length === 0) return <p>{say('money.nothingOwed')}</p>;
  return (
    <section className="stack small">
      <h2>{say('money.owedTitle')}</h2>
      <Table
        caption={say('money.owedTitle')}
        rows={owed}
        keyOf={({ expense }) => expense.code}
        columns={[
          {
            head: say('money.supplier'),
            cell: ({ expense }) => expense.supplier ?? '–',
            by: ({ expense }) => expense.supplier ?? null,
          },
          {
            head: say('money.category'),
            cell: ({ expense }) => expense.category,
            by: ({ expense }) => expense.category,
          },
          {
            head: say('money.document'),
            cell: ({ expense }) => expense.document ?? '–',
            by: ({ expense }) => expense.document ?? null,
          },
          {
            head: say('money.spentOn'),
            cell: ({ expense }) => dayInShort(expense.spentOn),
            by: ({ expense }) => expense.spentOn,
          },
          {
            head: say('money.left'),
            cell: ({ left }) => <strong>{inMoney(left, currency)}</strong>,
            by: ({ left }) => left,
            number: true,
          },
          {
            head: say('facts.acts'),
            isActs: true,
            cell: ({ expense: { code, supplier, category }, left }) => (
              <Link
                href={recordingAt(PAGE, { expense: code, amount: left })}
                className="button"
                aria-label={`${say('money.pay')}: ${supplier ?? ''} ${category}`}
              >
                {say('money.pay')}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}
