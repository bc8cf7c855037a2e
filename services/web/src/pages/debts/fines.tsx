import { FactPage } from '../../design/fact-page.js';
import { useMemberField } from '../../design/member-choice.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';

/** What members owe by a rule of the co-op. */
export default function Fines() {
  const { member, nameOf } = useMemberField();
  const { currency } = useWho().coop;
  return (
    <FactPage
      path="/api/profit-sharing/v1/fines"
      title={say('debts.fines')}
      act={say('debts.newFine')}
      empty={say('debts.noFines')}
      parts={<DebtParts />}
      letter="M"
      fields={[
        member,
        { name: 'imposedOn', kind: 'day', label: say('debts.imposedOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        { name: 'note', kind: 'text', label: say('debts.why'), optional: true },
      ]}
      row={(typed, code) => ({
        ...{ code, member: typed.text('member'), imposedOn: typed.text('imposedOn') },
        ...{ amount: typed.text('amount'), note: typed.text('note') },
      })}
      named={(row) => `${nameOf(row.member)}, ${inMoney(row.amount, currency)}`}
    />
  );
}
