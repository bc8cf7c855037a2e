import { FactPage } from '../../design/fact-page.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';
import { kindOfDebt } from './kind-of-debt.js';

const TILLS = ['cash', 'bank'] as const;

/** What members brought back of what they owe. */
export default function Repayments() {
  const { nameOf } = useMembers();
  const { currency } = useWho().coop;
  const open = useWhole('GET /api/profit-sharing/v1/debts', { query: { open: 'true' } });
  const choices = (open.data?.value ?? []).map(({ code, kind, member, day, left }) => ({
    value: code,
    label: say('debts.debtLine', {
      ...{ member: nameOf(member), kind: kindOfDebt(kind) },
      ...{ day: dayInWords(day), left: inMoney(left, currency) },
    }),
  }));
  return (
    <FactPage
      path="/api/profit-sharing/v1/repayments"
      title={say('debts.repayments')}
      act={say('debts.newRepayment')}
      empty={say('debts.noRepayments')}
      parts={<DebtParts />}
      letter="D"
      fields={[
        { name: 'debt', kind: 'choice', label: say('debts.debt'), choices },
        { name: 'paidOn', kind: 'day', label: say('debts.repaidOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        {
          ...{ name: 'into', kind: 'choice', label: say('debts.repaidInto'), first: 'cash' },
          choices: TILLS.map((value) => ({ value, label: say(`debts.repaid-${value}`) })),
        },
      ]}
      columns={[
        { head: say('facts.member'), cell: ({ member }) => nameOf(member), by: ({ member }) => nameOf(member) },
      ]}
      row={(typed, code) => ({
        ...{ code, debt: typed.text('debt') },
        ...{ paidOn: typed.text('paidOn'), amount: typed.text('amount') },
        into: TILLS.find((till) => till === typed.text('into')) ?? 'cash',
      })}
      named={({ member, amount }) => `${nameOf(member)}, ${inMoney(amount, currency)}`}
    />
  );
}
