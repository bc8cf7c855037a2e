import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';

/** With which money something can be paid: the co-op's own, or a grant. */
export function useSources(): readonly { readonly value: string; readonly label: string }[] {
  const grants = useWhole('GET /api/profit-sharing/v1/grants', {}).data?.value ?? [];
  return [
    { value: 'own', label: say('money.own') },
    ...grants
      .filter(({ reversal }) => reversal === null)
      .map(({ code, funder, purpose }) => ({ value: code, label: `${funder}: ${purpose || code}` })),
  ];
}
