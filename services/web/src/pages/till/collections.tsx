import { FactPage } from '../../design/fact-page.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Receivables } from './receivables.js';
import { TillParts } from './till-parts.js';
import { tillOf } from './tills.js';

/** What buyers paid of sales on credit. */
export default function Collections() {
  const { currency } = useWho().coop;
  return (
    <FactPage
      path="/api/profit-sharing/v1/collections"
      title={say('till.collections')}
      act={say('till.newCollection')}
      empty={say('till.noCollections')}
      parts={<TillParts />}
      letter="CO"
      fields={[
        { name: 'receivedOn', kind: 'day', label: say('till.receivedOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        {
          ...{ name: 'into', kind: 'choice', label: say('till.into') },
          choices: [
            { value: 'cash', label: say('till.inCash') },
            { value: 'bank', label: say('till.inBank') },
          ],
        },
        { name: 'note', kind: 'text', label: say('till.whoPaid'), optional: true },
      ]}
      row={(typed, code) => ({
        ...{ code, receivedOn: typed.text('receivedOn'), into: tillOf(typed.text('into')) },
        ...{ amount: typed.text('amount'), note: typed.text('note') },
      })}
      named={({ note, amount }) => `${note} ${inMoney(amount, currency)}`.trim()}
    >
      <Receivables />
    </FactPage>
  );
}
