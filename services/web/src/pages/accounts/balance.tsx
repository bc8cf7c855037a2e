import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';

/** What is left of an account, and for whom: in words, since a sign alone is overlooked. */
export function Balance({ amount }: { amount: string }) {
  const isNothing = !/[1-9]/.test(amount);
  const side = isNothing ? '' : say(amount.startsWith('-') ? 'accounts.against' : 'accounts.inFavour');
  return (
    <strong>
      {inFigures(amount.replace('-', ''))} {side}
    </strong>
  );
}
