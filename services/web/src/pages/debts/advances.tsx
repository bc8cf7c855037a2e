import { FactPage } from '../../design/fact-page.js';
import { useMemberField } from '../../design/member-choice.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';

/** What was advanced to members. */
export default function Advances() {
  const { member, nameOf } = useMemberField();
  const { currency } = useWho().coop;
  return (
    <FactPage
      path="/api/profit-sharing/v1/advances"
      title={say('debts.advances')}
      act={say('debts.newAdvance')}
      empty={say('debts.noAdvances')}
      parts={<DebtParts />}
      brought="anticipos"
      letter="A"
      fields={[
        member,
        { name: 'paidOn', kind: 'day', label: say('debts.paidOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        { name: 'note', kind: 'text', label: say('facts.note'), optional: true },
      ]}
      row={(typed, code) => ({
        ...{ code, member: typed.text('member'), paidOn: typed.text('paidOn') },
        ...{ amount: typed.text('amount'), note: typed.text('note') },
      })}
      named={(row) => `${nameOf(row.member)}, ${inMoney(row.amount, currency)}`}
    />
  );
}
