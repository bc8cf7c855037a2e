import { serverNow } from '../../api/server-time.js';
import { Pill } from '../../design/notice.js';
import { Table } from '../../design/table.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';

/** By when a member is to bring back which parts of her loans; nothing where nothing was agreed. */
export function Instalments({ member }: { member: string }) {
  const { timezone } = useWho().coop;
  const sent = { path: { number: member } };
  const items = useWhole('GET /api/profit-sharing/v1/accounts/members/{number}/instalments', sent).data?.value ?? [];
  if (items.length === 0) return null;
  const today = dayIn(timezone, serverNow());
  return (
    <section className="stack small">
      <h2>{say('accounts.instalmentPlan')}</h2>
      <Table
        caption={say('accounts.instalmentPlan')}
        rows={items}
        keyOf={({ loan, dueOn }) => `${loan} ${dueOn}`}
        columns={[
          { head: say('accounts.instalmentLoan'), cell: ({ loan }) => loan },
          { head: say('accounts.instalmentDue'), cell: ({ dueOn }) => dayInShort(dueOn) },
          { head: say('facts.amount'), cell: ({ amount }) => inFigures(amount), number: true },
          { head: say('accounts.instalmentLeft'), cell: ({ left }) => inFigures(left), number: true },
          { head: say('debts.held'), cell: ({ left, dueOn }) => <State left={left} isOverdue={dueOn < today} /> },
        ]}
      />
    </section>
  );
}

function State({ left, isOverdue }: { left: string; isOverdue: boolean }) {
  if (!/[1-9]/.test(left)) return <Pill kind="done">{say('accounts.instalmentPaid')}</Pill>;
  return isOverdue ? <Pill kind="refused">{say('accounts.instalmentOverdue')}</Pill> : '–';
}
