import { Table } from '../../design/table.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Standing } from './standing.js';

/** What came of a grant, what was given back and what was given up; each can be taken back. */
export function GrantMoves({ grant }: { grant: string }) {
  const receipts = useWhole('GET /api/profit-sharing/v1/grant-receipts', {}).data?.value ?? [];
  const refunds = useWhole('GET /api/profit-sharing/v1/grant-refunds', {}).data?.value ?? [];
  const writeOffs = useWhole('GET /api/profit-sharing/v1/grant-write-offs', {}).data?.value ?? [];
  const { currency } = useWho().coop;
  const moves = [
    ...receipts.map((row) => ({ ...row, act: 'receipt' as const, day: row.receivedOn })),
    ...refunds.map((row) => ({ ...row, act: 'refund' as const, day: row.refundedOn })),
    ...writeOffs.map((row) => ({ ...row, act: 'writeOff' as const, day: row.writtenOffOn })),
  ].filter((move) => move.grant === grant);
  if (moves.length === 0) return null;
  return (
    <details>
      <summary>{say('money.moves', { n: moves.length })}</summary>
      <Table
        caption={say('money.movesOf', { grant })}
        rows={[...moves].sort((a, b) => (a.day < b.day ? -1 : 1))}
        keyOf={({ act, code }) => `${act} ${code}`}
        columns={[
          {
            head: say('money.day'),
            cell: ({ day, act }) => `${dayInShort(day)}: ${say(`money.${act}`)}`,
            by: ({ day }) => day,
          },
          {
            head: say('money.amount'),
            cell: ({ amount }) => inMoney(amount, currency),
            by: ({ amount }) => amount,
            number: true,
          },
          {
            head: say('money.state'),
            cell: ({ act, code, reversal }) => (
              <Standing
                reversal={reversal}
                route={ROUTES[act]}
                name={`${say(`money.${act}`)} (${code})`}
                sent={(body) => ({ path: { code }, body })}
              />
            ),
          },
        ]}
      />
    </details>
  );
}

const ROUTES = {
  receipt: 'POST /api/profit-sharing/v1/grant-receipts/{code}/reversal',
  refund: 'POST /api/profit-sharing/v1/grant-refunds/{code}/reversal',
  writeOff: 'POST /api/profit-sharing/v1/grant-write-offs/{code}/reversal',
} as const;
