import { Link } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Downloads } from '../../design/downloads.js';
import { recordingAt } from '../../design/fact-page.js';
import { ChoiceFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';
import { kindOfDebt } from './kind-of-debt.js';

type Debt = ItemOf<'GET /api/profit-sharing/v1/debts'>;

/** By when the next part is to be brought, and whether that day is over. */
function Due({ of: { dueOn, due } }: { of: Debt }) {
  const { currency, timezone } = useWho().coop;
  if (dueOn === null || due === null) return '–';
  const part = `${dayInShort(dueOn)}: ${inMoney(due, currency)}`;
  return dueOn < dayIn(timezone, serverNow()) ? (
    <span className="row">
      {part} <Pill kind="refused">{say('debts.overdue')}</Pill>
    </span>
  ) : (
    part
  );
}

/** What each member owes today: debt by debt, with what is left, and the way to note what she brings back. */
export default function Owed() {
  const [member, setMember] = useFilter('socia');
  const [settled, setSettled] = useFilter('saldadas');
  const members = useMembers();
  const { currency, places } = useWho().coop;
  const query = { ...narrowed('member', member), ...(settled === '' ? { open: 'true' as const } : {}) };
  const debts = useWhole('GET /api/profit-sharing/v1/debts', { query });
  return (
    <Page title={say('debts.owed')} acts={<Downloads route="GET /api/profit-sharing/v1/debts" sent={{ query }} />}>
      <DebtParts />
      <p className="soft">{say('debts.owedText')}</p>
      <Filters>
        <ChoiceFilter
          label={say('facts.member')}
          none={say('forms.allShe')}
          value={member}
          onChoose={setMember}
          choices={members.choices}
        />
        <ChoiceFilter
          label={say('debts.shown')}
          value={settled}
          onChoose={setSettled}
          choices={[{ value: 'si', label: say('debts.settled') }]}
          none={say('debts.onlyOpen')}
        />
      </Filters>
      <Shown read={debts}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="card">
              <p>{say(member === '' ? 'debts.noneOwed' : 'states.nothingFound')}</p>
            </div>
          ) : (
            <>
              <p>
                <strong>
                  {say('debts.total', {
                    amount: inMoney(
                      decimalOf(
                        rows.reduce((sum, { left }) => sum + (unitsOf(left, places) ?? 0n), 0n),
                        places,
                      ),
                      currency,
                    ),
                  })}
                </strong>
              </p>
              <Table
                caption={say('debts.owed')}
                rows={rows}
                keyOf={({ kind, code }) => `${kind} ${code}`}
                columns={[
                  {
                    head: say('facts.member'),
                    cell: (debt) => members.nameOf(debt.member),
                    by: (debt) => members.nameOf(debt.member),
                  },
                  {
                    head: say('debts.kind'),
                    cell: ({ kind, code }) => `${kindOfDebt(kind)} ${code}`,
                    by: ({ kind, code }) => `${kindOfDebt(kind)} ${code}`,
                  },
                  { head: say('debts.since'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
                  {
                    head: say('facts.amount'),
                    cell: ({ amount }) => inMoney(amount, currency),
                    by: ({ amount }) => amount,
                    number: true,
                  },
                  {
                    head: say('debts.repaid'),
                    cell: ({ repaid }) => inMoney(repaid, currency),
                    by: ({ repaid }) => repaid,
                    number: true,
                  },
                  {
                    head: say('debts.setOff'),
                    cell: ({ setOff }) => inMoney(setOff, currency),
                    by: ({ setOff }) => setOff,
                    number: true,
                  },
                  {
                    head: say('debts.left'),
                    cell: ({ left }) => <strong>{inMoney(left, currency)}</strong>,
                    by: ({ left }) => left,
                    number: true,
                  },
                  { head: say('debts.due'), cell: (debt) => <Due of={debt} />, by: ({ dueOn }) => dueOn },
                  {
                    head: say('facts.acts'),
                    isActs: true,
                    cell: ({ code, kind, left, member: owner }) =>
                      /[1-9]/.test(left) ? (
                        <Link
                          href={recordingAt('/anticipos/devoluciones', { debt: code, amount: left })}
                          className="button"
                          aria-label={`${say('debts.toRepayment')}: ${members.nameOf(owner)}, ${kindOfDebt(kind)}`}
                        >
                          {say('debts.toRepayment')}
                        </Link>
                      ) : (
                        '–'
                      ),
                  },
                ]}
              />
            </>
          )
        }
      </Shown>
    </Page>
  );
}
