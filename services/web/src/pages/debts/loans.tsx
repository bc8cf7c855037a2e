import { FactPage } from '../../design/fact-page.js';
import { useMemberField } from '../../design/member-choice.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import type { Typed } from '../../design/form.js';
import { DebtParts } from './debt-parts.js';

/** What members borrowed. */
export default function Loans() {
  const { member, nameOf } = useMemberField();
  const { currency } = useWho().coop;
  return (
    <FactPage
      path="/api/profit-sharing/v1/loans"
      title={say('debts.loans')}
      act={say('debts.newLoan')}
      empty={say('debts.noLoans')}
      parts={<DebtParts />}
      brought="prestamos"
      letter="PR"
      fields={[
        member,
        { name: 'paidOn', kind: 'day', label: say('debts.paidOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        { name: 'note', kind: 'text', label: say('facts.note'), optional: true },
        {
          ...{ name: 'instalments', kind: 'count', label: say('debts.instalments') },
          ...{ hint: say('debts.instalmentsHint'), optional: true },
        },
        { name: 'firstDueOn', kind: 'day', label: say('debts.firstDueOn'), optional: true },
        { name: 'everyMonths', kind: 'count', label: say('debts.everyMonths'), optional: true, listed: false },
      ]}
      row={(typed, code) => ({
        ...{ code, member: typed.text('member'), paidOn: typed.text('paidOn') },
        ...{ amount: typed.text('amount'), note: typed.text('note') },
        ...planOf(typed),
      })}
      named={(row) => `${nameOf(row.member)}, ${inMoney(row.amount, currency)}`}
    />
  );
}

/** What was agreed, where something was. */
function planOf(typed: Typed): { firstDueOn?: string; instalments?: number; everyMonths?: number } {
  const [firstDueOn, instalments, everyMonths] = ['firstDueOn', 'instalments', 'everyMonths'].map((name) =>
    typed.text(name),
  );
  return {
    ...(firstDueOn ? { firstDueOn } : {}),
    ...(instalments ? { instalments: Number(instalments) } : {}),
    ...(everyMonths ? { everyMonths: Number(everyMonths) } : {}),
  };
}
