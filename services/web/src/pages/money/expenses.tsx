import { useState } from 'react';
import { Link } from 'wouter';
import { AmountField } from '../../design/amount-field.js';
import { Button } from '../../design/button.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceField, TextField } from '../../design/field.js';
import { ChoiceFilter, DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Form } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney, signOf } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { MoneyParts } from './money-parts.js';
import { Standing } from './standing.js';
import { useSources } from './use-sources.js';

/** What was spent, on what, and with which money. */
export default function Expenses() {
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const [paid, setPaid] = useFilter('con');
  const query = { ...narrowed('from', from), ...narrowed('to', to), ...narrowed('fundedBy', paid) };
  const list = useList('GET /api/profit-sharing/v1/expenses', { query });
  const sources = useSources();
  const labelOf = (code: string): string => sources.find(({ value }) => value === code)?.label ?? code;
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={say('money.title')}
      acts={
        <>
          <Link href="/traer?que=gastos" className="button">
            {say('paste.open')}
          </Link>
          <Button kind="main" onClick={() => setNew(!isNew)}>
            {say('money.newExpense')}
          </Button>
          <Downloads route="GET /api/profit-sharing/v1/expenses" sent={{ query }} />
        </>
      }
    >
      <MoneyParts />
      {isNew ? <NewExpense /> : null}
      <Filters>
        <DayFilter label={say('money.from')} value={from} onChoose={setFrom} />
        <DayFilter label={say('money.to')} value={to} onChoose={setTo} />
        <ChoiceFilter label={say('money.fundedBy')} value={paid} onChoose={setPaid} choices={sources} />
      </Filters>
      <ShownList
        list={list}
        empty={<p>{say(Object.keys(query).length > 0 ? 'states.nothingFound' : 'money.noExpenses')}</p>}
      >
        {(items) => (
          <Table
            caption={say('money.expenses')}
            rows={items}
            keyOf={({ code }) => code}
            columns={[
              { head: say('money.code'), cell: ({ code }) => code },
              { head: say('money.spentOn'), cell: ({ spentOn }) => dayInShort(spentOn) },
              { head: say('money.category'), cell: ({ category }) => category },
              {
                head: say('money.fundedBy'),
                cell: (expense) => <Sources expense={expense} labelOf={labelOf} />,
              },
              { head: say('money.amount'), cell: ({ amount, currency }) => inMoney(amount, currency), number: true },
              {
                head: say('money.state'),
                cell: ({ code, reversal, category }) => (
                  <Standing
                    reversal={reversal}
                    route="POST /api/profit-sharing/v1/expenses/{code}/reversal"
                    name={`${category} (${code})`}
                    sent={(body) => ({ path: { code }, body })}
                  />
                ),
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

/** With which money an expense was paid: where two sources did, how much each. */
function Sources({
  expense: { amount, currency, fundedBy, rest, restFundedBy },
  labelOf,
}: {
  expense: ItemOf<'GET /api/profit-sharing/v1/expenses'>;
  labelOf: (code: string) => string;
}) {
  const { places } = useWho().coop;
  if (rest === undefined || rest === null) return labelOf(fundedBy);
  const first = (unitsOf(amount, places) ?? 0n) - (unitsOf(rest, places) ?? 0n);
  return (
    <span className="stack small">
      {[[decimalOf(first, places), fundedBy] as const, [rest, restFundedBy ?? 'own'] as const].map(([part, source]) => (
        <span key={source}>
          {say('money.twoSources', { amount: inMoney(part, currency), source: labelOf(source) })}
        </span>
      ))}
    </span>
  );
}

function NewExpense() {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/expenses');
  const sources = useSources();
  const [rest, setRest] = useState<string>();
  const { places, currency } = useWho().coop;
  return (
    <div className="card">
      <Form
        problem={problem}
        busy={busy}
        send={say('money.newExpense')}
        done={say('money.saved')}
        draft="expense"
        onSend={async (typed) => {
          const row = {
            code: typed.text('code'),
            spentOn: typed.text('spentOn'),
            category: typed.text('category'),
            amount: typed.text('amount'),
            fundedBy: typed.text('fundedBy'),
            ...(typed.text('rest') === ''
              ? {}
              : { rest: typed.text('rest'), restFundedBy: typed.text('restFundedBy') || 'own' }),
          };
          const isDone = (await send({ body: { rows: [row] } })) !== undefined;
          if (isDone) setRest(undefined);
          return isDone;
        }}
      >
        <div className="fields">
          <TextField name="code" at="/rows/0/code" label={say('money.code')} required />
          <TextField name="spentOn" at="/rows/0/spentOn" label={say('money.spentOn')} type="date" required />
          <TextField name="category" at="/rows/0/category" label={say('money.category')} required />
          <AmountField
            name="amount"
            at="/rows/0/amount"
            label={say('money.amount')}
            unit={signOf(currency)}
            places={places}
          />
          <ChoiceField
            name="fundedBy"
            at="/rows/0/fundedBy"
            label={say('money.fundedBy')}
            defaultValue="own"
            choices={sources}
          />
          <AmountField
            name="rest"
            at="/rows/0/rest"
            label={say('money.rest')}
            hint={say('money.restHint')}
            unit={signOf(currency)}
            places={places}
            required={false}
            onAmount={setRest}
          />
          {rest === undefined ? null : (
            <ChoiceField
              name="restFundedBy"
              at="/rows/0/restFundedBy"
              label={say('money.restFundedBy')}
              choices={sources}
            />
          )}
        </div>
      </Form>
    </div>
  );
}
