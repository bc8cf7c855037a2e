import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

/** What one unit of a product, or an hour of work where it names none, counts for under a resolution. */
export type ShownScale = {
  readonly key: string;
  readonly resolution: string;
  readonly product: string | null;
  readonly label: string;
};

/** What stands for a scale where one is chosen. */
export const keyOf = (resolution: string, product: string | null): string => `${resolution} ${product ?? ''}`;

/** The scales that carried resolutions approved for what pays certificates, the latest first. */
export function useScales(): readonly ShownScale[] {
  const { currency } = useWho().coop;
  const resolutions = useWhole('GET /api/members/v1/resolutions', {}).data?.value ?? [];
  return resolutions
    .filter(({ carried }) => carried)
    .flatMap(({ number, covers }) =>
      covers.flatMap(({ kind, product = null, unit, amount: rate }) => {
        if (kind !== 'goods-scale' && kind !== 'work-scale') return [];
        const amount = inMoney(rate ?? '', currency);
        const label =
          product === null
            ? say('debts.workScaleLine', { amount, number })
            : say('debts.goodsScaleLine', { product, amount, unit: unit ?? '', number });
        return [{ key: keyOf(number, product), resolution: number, product, label }];
      }),
    )
    .reverse();
}
