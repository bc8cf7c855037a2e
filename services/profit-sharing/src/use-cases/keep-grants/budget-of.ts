import { all, each, formatAmount, nameKey, Refusal, type Centavos } from '@ayni/kernel';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { GrantLine, SentGrant } from '../../facts/grant.js';

/**
 * The lines of a grant's budget; none where the agreement does not part it.
 * @param amount what was agreed. @throws Refusal `bad-amount`
 * @throws Refusal `bad-field` where two have one name, or they come to something else than was agreed; `bad-amount`
 */
export function budgetOf(
  { lines }: SentGrant,
  amount: () => Centavos,
  places: number,
  at: string,
): readonly GrantLine[] {
  const sent = lines ?? [];
  const keys = sent.map(({ name }) => nameKey(name));
  const [read] = all(
    () =>
      each(sent, ({ name, amount: part }, i) => ({
        ...{ line: i + 1, name },
        amount: parseAmountInBooks(part, places, `${at}/lines/${i}/amount`),
      })),
    () =>
      each(keys, (key, i) => {
        if (keys.indexOf(key) < i) throw new Refusal('bad-field', `${at}/lines/${i}/name`, { detail: 'list-unique' });
      }),
  );
  const sum = read.reduce((total, line) => total + line.amount, 0n);
  if (read.length > 0 && sum !== amount())
    throw new Refusal('bad-field', `${at}/amount`, { detail: `lines-come-to:${formatAmount(sum, places)}` });
  return read;
}
