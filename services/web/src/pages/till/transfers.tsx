import { FactPage } from '../../design/fact-page.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { TillParts } from './till-parts.js';
import { tillOf } from './tills.js';

/** Own money that was carried to the bank, or fetched from there. */
export default function Transfers() {
  const { currency } = useWho().coop;
  const wordOf = (into: string): string => say(into === 'bank' ? 'till.toBank' : 'till.toCash');
  return (
    <FactPage
      path="/api/profit-sharing/v1/transfers"
      title={say('till.transfers')}
      act={say('till.newTransfer')}
      empty={say('till.noTransfers')}
      parts={<TillParts />}
      letter="T"
      fields={[
        { name: 'movedOn', kind: 'day', label: say('till.movedOn') },
        {
          ...{ name: 'into', kind: 'choice', label: say('till.into') },
          choices: ['bank', 'cash'].map((value) => ({ value, label: wordOf(value) })),
        },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        { name: 'note', kind: 'text', label: say('facts.note'), optional: true },
      ]}
      row={(typed, code) => ({
        ...{ code, movedOn: typed.text('movedOn'), into: tillOf(typed.text('into')) },
        ...{ amount: typed.text('amount'), note: typed.text('note') },
      })}
      named={({ into, amount }) => `${wordOf(into)}, ${inMoney(amount, currency)}`}
    />
  );
}
