import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';

/** A money that can pay, with the lines of its budget where it is a grant that has some. */
export type MoneySource = { readonly value: string; readonly label: string; readonly lines: readonly string[] };

/** With which money something can be paid: the co-op's own, or a grant. */
export function useSources(): readonly MoneySource[] {
  const grants = useWhole('GET /api/profit-sharing/v1/grants', {}).data?.value ?? [];
  return [
    { value: 'own', label: say('money.own'), lines: [] },
    ...grants
      .filter(({ reversal }) => reversal === null)
      .map(({ code, funder, purpose, lines }) => ({
        ...{ value: code, label: `${funder}: ${purpose || code}` },
        lines: lines.map(({ name }) => name),
      })),
  ];
}
