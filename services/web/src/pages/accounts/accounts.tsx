import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useMembers } from '../../hooks/use-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInFull } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { Balance } from './balance.js';

type Households = Answer<'GET /api/profit-sharing/v1/accounts/households'>;
type Members = Answer<'GET /api/profit-sharing/v1/accounts/members'>;

/** What is between the co-op and each family, or each member, as of a day. */
export default function Accounts() {
  const [on, setOn] = useFilter('al');
  const [by, setBy] = useFilter('por');
  const query = narrowed('on', on);
  const ofMembers = by === 'socia';
  return (
    <Page
      title={say('accounts.title')}
      acts={
        ofMembers ? (
          <Downloads route="GET /api/profit-sharing/v1/accounts/members" sent={{ query }} />
        ) : (
          <Downloads route="GET /api/profit-sharing/v1/accounts/households" sent={{ query }} />
        )
      }
    >
      <p className="soft">{say('accounts.text')}</p>
      <p>
        <Link href="/certificados">{say('debts.register')}</Link>
      </p>
      <Filters>
        <ChoiceFilter
          label={say('accounts.by')}
          value={by}
          onChoose={setBy}
          choices={[{ value: 'socia', label: say('accounts.byMember') }]}
          none={say('accounts.byFamily')}
        />
        <DayFilter label={say('ledger.on')} value={on} onChoose={setOn} />
      </Filters>
      {ofMembers ? <OfMembers query={query} /> : <OfHouseholds query={query} />}
    </Page>
  );
}

type Query = { readonly on?: string };

function OfHouseholds({ query }: { query: Query }) {
  const read = useRead('GET /api/profit-sharing/v1/accounts/households', { query });
  const families = useWhole('GET /api/members/v1/households', { query: { retired: 'true' } });
  const nameOf = (code: string): string => families.data?.value.find((one) => one.code === code)?.name ?? code;
  return <Shown read={read}>{(answer) => <HouseholdTable answer={answer} nameOf={nameOf} />}</Shown>;
}

function HouseholdTable({ answer, nameOf }: { answer: Households; nameOf: (code: string) => string }) {
  const { places } = useWho().coop;
  return (
    <>
      <p>{say('ledger.asOf', { on: dayInFull(answer.on) })}</p>
      <Table
        caption={say('accounts.title')}
        rows={answer.items}
        keyOf={({ household }) => household}
        columns={[
          {
            head: say('members.family'),
            cell: ({ household }) => (
              <span>
                <Link href={`/cuentas/familias/${encodeURIComponent(household)}`}>{nameOf(household)}</Link>{' '}
                <span className="soft">{household}</span>
              </span>
            ),
            by: ({ household }) => nameOf(household),
          },
          {
            head: say('accounts.owed'),
            cell: ({ shares, overSetOff, carried }) => inFigures(sumOf([shares, overSetOff, carried], places)),
            by: ({ shares, overSetOff, carried }) => sumOf([shares, overSetOff, carried], places),
            number: true,
          },
          ...amountsIn(places),
        ]}
      />
    </>
  );
}

function OfMembers({ query }: { query: Query }) {
  const read = useRead('GET /api/profit-sharing/v1/accounts/members', { query });
  const { nameOf } = useMembers();
  return <Shown read={read}>{(answer) => <MemberTable answer={answer} nameOf={nameOf} />}</Shown>;
}

function MemberTable({ answer, nameOf }: { answer: Members; nameOf: (code: string) => string }) {
  const { places } = useWho().coop;
  return (
    <>
      <p>{say('ledger.asOf', { on: dayInFull(answer.on) })}</p>
      <Table
        caption={say('accounts.title')}
        rows={answer.items}
        keyOf={({ member }) => member}
        columns={[
          {
            head: say('facts.member'),
            cell: ({ member }) => <Link href={`/cuentas/socias/${encodeURIComponent(member)}`}>{nameOf(member)}</Link>,
            by: ({ member }) => nameOf(member),
          },
          ...amountsIn(places),
        ]}
      />
    </>
  );
}

/** What both tables show of a row. */
type Amounts = Pick<
  Members['items'][number],
  'certificates' | 'certificatesOwed' | 'retained' | 'advances' | 'loans' | 'fines' | 'balance'
>;

const amountsIn = (places: number) => [
  {
    head: say('accounts.capital'),
    cell: ({ certificates, retained }: Amounts) => inFigures(sumOf([certificates, retained], places)),
    by: ({ certificates, retained }: Amounts) => sumOf([certificates, retained], places),
    number: true,
  },
  {
    head: say('accounts.debts'),
    cell: (row: Amounts) => inFigures(owedBy(row, places)),
    by: (row: Amounts) => owedBy(row, places),
    number: true,
  },
  {
    head: say('accounts.balance'),
    cell: ({ balance }: Amounts) => <Balance amount={balance} />,
    by: ({ balance }: Amounts) => balance,
    number: true,
  },
];

const owedBy = ({ advances, loans, fines, certificatesOwed }: Amounts, places: number): string =>
  sumOf([advances, loans, fines, certificatesOwed], places);

const sumOf = (amounts: readonly string[], places: number): string =>
  decimalOf(
    amounts.reduce((sum, amount) => sum + (unitsOf(amount, places) ?? 0n), 0n),
    places,
  );
