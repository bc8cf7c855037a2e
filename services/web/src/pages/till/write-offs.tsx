import { FactPage } from '../../design/fact-page.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Receivables } from './receivables.js';
import { TillParts } from './till-parts.js';

/** What buyers will not pay any more. */
export default function WriteOffs() {
  const { currency } = useWho().coop;
  return (
    <FactPage
      path="/api/profit-sharing/v1/write-offs"
      title={say('till.writeOffs')}
      act={say('till.newWriteOff')}
      empty={say('till.noWriteOffs')}
      parts={<TillParts />}
      letter="I"
      fields={[
        { name: 'writtenOffOn', kind: 'day', label: say('till.writtenOffOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        { name: 'reason', kind: 'text', label: say('facts.reason') },
      ]}
      row={(typed, code) => ({
        ...{ code, writtenOffOn: typed.text('writtenOffOn') },
        ...{ amount: typed.text('amount'), reason: typed.text('reason') },
      })}
      named={({ amount }) => inMoney(amount, currency)}
    >
      <Receivables />
    </FactPage>
  );
}
