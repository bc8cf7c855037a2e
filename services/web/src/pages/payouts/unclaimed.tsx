import { ChoiceField, TextField } from '../../design/field.js';
import { Downloads } from '../../design/downloads.js';
import { FactPage } from '../../design/fact-page.js';
import { Form } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useFundNames } from '../../hooks/use-fund-names.js';
import { useHouseholdNames } from '../../hooks/use-household-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import type { Answer } from '../../api/route.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { FamilyName } from './family-name.js';

const ROUTE = 'GET /api/profit-sharing/v1/unclaimed-shares';

/** Who has not come for what she is owed and from when it lapses; what lapsed, posted under a resolution. */
export default function Unclaimed() {
  const { currency } = useWho().coop;
  const nameOf = useHouseholdNames();
  const fundOf = useFundNames();
  const unclaimed = useRead(ROUTE, {});
  const lapsed = unclaimed.data?.value.items.filter((item) => /[1-9]/.test(item.lapsed));
  return (
    <FactPage
      path="/api/profit-sharing/v1/lapses"
      title={say('payouts.unclaimed')}
      act={say('payouts.newLapse')}
      empty={say('payouts.noLapses')}
      cannot={lapsed?.length === 0 ? say('payouts.noneLapsed') : undefined}
      letter="CD"
      fields={[
        {
          ...{ name: 'household', kind: 'choice', label: say('payouts.family'), nameOf },
          choices: (lapsed ?? []).map(({ household, lapsed: amount }) => ({
            value: household,
            label: `${nameOf(household)}: ${inMoney(amount, currency)}`,
          })),
        },
        { name: 'lapsedOn', kind: 'day', label: say('payouts.lapsedOn') },
        { name: 'resolution', kind: 'choice', label: say('payouts.resolution'), choices: useCarried() },
      ]}
      columns={[
        {
          head: say('payouts.amount'),
          cell: ({ amount }) => inMoney(amount, currency),
          by: ({ amount }) => amount,
          number: true,
        },
        { head: say('payouts.fund'), cell: ({ fund }) => fundOf(fund), by: ({ fund }) => fundOf(fund) },
      ]}
      row={(typed, code) => ({
        ...{ code, household: typed.text('household'), lapsedOn: typed.text('lapsedOn') },
        resolution: typed.text('resolution'),
      })}
      named={({ household, amount }) => `${nameOf(household)}, ${inMoney(amount, currency)}`}
    >
      <Shown read={unclaimed}>{(shown) => <Waiting shown={shown} />}</Shown>
      <h2>{say('payouts.lapses')}</h2>
    </FactPage>
  );
}

/** Resolutions that were carried, to choose from. */
function useCarried() {
  const resolutions = useWhole('GET /api/members/v1/resolutions', {}).data?.value ?? [];
  return resolutions.flatMap(({ number, subject, carried }) =>
    carried ? [{ value: number, label: `${number}: ${subject}` }] : [],
  );
}

function Waiting({ shown }: { shown: Answer<typeof ROUTE> }) {
  const { currency } = useWho().coop;
  const fundOf = useFundNames();
  const { items, afterDays, fund, resolution } = shown;
  return (
    <div className="stack">
      {afterDays === null ? (
        <Notice kind="waiting">{say('payouts.noRule')}</Notice>
      ) : (
        <p>
          {say('payouts.lapseRule', {
            ...{ days: String(afterDays), fund: fundOf(fund ?? ''), resolution: resolution ?? '' },
          })}
        </p>
      )}
      <SetRule />
      {items.length === 0 ? (
        <p>{say('payouts.allClaimed')}</p>
      ) : (
        <>
          <div className="row">
            <Downloads route={ROUTE} sent={{}} />
          </div>
          <Table
            caption={say('payouts.unclaimed')}
            rows={items}
            keyOf={({ household }) => household}
            columns={[
              {
                head: say('payouts.family'),
                cell: (family) => <FamilyName {...family} />,
                by: ({ household, name }) => name ?? household,
              },
              {
                head: say('payouts.owed'),
                cell: ({ owed }) => inMoney(owed, currency),
                by: ({ owed }) => owed,
                number: true,
              },
              { head: say('payouts.since'), cell: ({ since }) => dayInShort(since), by: ({ since }) => since },
              {
                head: say('payouts.lapsesOn'),
                cell: ({ lapsesOn }) => (lapsesOn === null ? '–' : dayInShort(lapsesOn)),
                by: ({ lapsesOn }) => lapsesOn,
              },
              {
                head: say('payouts.lapsed'),
                cell: ({ lapsed }) => inMoney(lapsed, currency),
                by: ({ lapsed }) => lapsed,
                number: true,
              },
            ]}
          />
        </>
      )}
    </div>
  );
}

function SetRule() {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/unclaimed-shares/rule');
  const fundOf = useFundNames();
  const funds = useWhole('GET /api/profit-sharing/v1/funds', {}).data?.value ?? [];
  const carried = useCarried();
  return (
    <details className="no-print">
      <summary>{say('payouts.setRule')}</summary>
      <Form
        problem={problem}
        busy={busy}
        send={say('payouts.setRule')}
        done={say('payouts.ruleSet')}
        onSend={async (typed) => {
          const body = {
            ...{ afterDays: Number(typed.text('afterDays')), fund: typed.text('fund') },
            resolution: typed.text('resolution'),
          };
          return (await send({ body })) !== undefined;
        }}
      >
        <div className="fields">
          <TextField name="afterDays" label={say('payouts.afterDays')} inputMode="numeric" pattern="[0-9]*" required />
          <ChoiceField
            name="fund"
            label={say('payouts.fund')}
            choices={funds.map(({ code }) => ({ value: code, label: fundOf(code) }))}
          />
          <ChoiceField name="resolution" label={say('payouts.resolution')} choices={carried} />
        </div>
      </Form>
    </details>
  );
}
