import { Downloads } from '../../design/downloads.js';
import { Table, type Column } from '../../design/table.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

type Line = ItemOf<'GET /api/profit-sharing/v1/grant-budgets'>;

/** The budget of a grant that has lines: what was agreed for each, spent and left, and what was spent beside them. */
export function GrantBudget({ grant }: { grant: string }) {
  const { currency } = useWho().coop;
  const budgets = useWhole('GET /api/profit-sharing/v1/grant-budgets', {}).data?.value ?? [];
  const rows = budgets.filter((line) => line.grant === grant);
  if (rows.length === 0) return null;
  const amount = (text: string | null): string => (text === null ? '–' : inMoney(text, currency));
  return (
    <details>
      <summary>{say('money.budget', { n: rows.filter(({ budgetLine }) => budgetLine !== null).length })}</summary>
      <Table
        caption={say('money.budgetOf', { grant })}
        rows={rows}
        keyOf={({ budgetLine }) => budgetLine ?? ''}
        columns={[
          {
            head: say('money.budgetLine'),
            cell: ({ budgetLine }) => budgetLine ?? say('money.besideLines'),
            by: ({ budgetLine }) => budgetLine,
          },
          ...(['agreed', 'spent', 'left'] as const).map((column): Column<Line> => ({
            head: say(`money.${column}`),
            cell: (line) => amount(line[column]),
            by: (line) => line[column],
            number: true,
          })),
        ]}
      />
      <Downloads route="GET /api/profit-sharing/v1/grant-budgets" sent={{ query: { grant } }} />
    </details>
  );
}
