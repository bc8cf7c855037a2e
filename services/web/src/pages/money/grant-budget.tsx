import { Downloads } from '../../design/downloads.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

/** The budget of a grant that has lines: what was agreed for each, spent and left, and what was spent beside them. */
export function GrantBudget({ grant }: { grant: string }) {
  const { currency } = useWho().coop;
  const budgets = useWhole('GET /api/profit-sharing/v1/grant-budgets', {}).data?.value ?? [];
  const rows = budgets.filter((line) => line.grant === grant);
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{say('money.budget', { n: rows.filter(({ budgetLine }) => budgetLine !== null).length })}</summary>
      <div className="stack small">
        <dl>
          {rows.map(({ budgetLine, agreed, spent, left }) => (
            <div key={budgetLine ?? ''} className="pair">
              <dt>
                {budgetLine ?? say('money.besideLines')}
                {agreed === null ? null : (
                  <div className="soft">
                    {say('money.spentOf', { spent: inMoney(spent, currency), agreed: inMoney(agreed, currency) })}
                  </div>
                )}
              </dt>
              <dd className="number">
                {left === null
                  ? say('money.spentBeside', { spent: inMoney(spent, currency) })
                  : say('money.leftOf', { left: inMoney(left, currency) })}
              </dd>
            </div>
          ))}
        </dl>
        <Downloads route="GET /api/profit-sharing/v1/grant-budgets" sent={{ query: { grant } }} />
      </div>
    </details>
  );
}
