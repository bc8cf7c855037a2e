import {
  centavos,
  divideHalfUp,
  lineAmount,
  nameKey,
  parsePositiveQuantity,
  Refusal,
  type Centavos,
} from '@ayni/kernel';

/** What a resolution lets one unit of a product count for, or an hour of work where it names none, in smallest units. */
export type Scale = {
  readonly resolution: string;
  /** Empty for work. */
  readonly product: string;
  readonly unit: string;
  readonly rate: bigint;
};

/** What somebody brought, as it was entered. */
export type Brought = {
  readonly resolution: string;
  readonly product?: string | null;
  readonly quantity?: string | null;
  readonly minutes?: number | null;
};

/** What it counts for, in the words of the scale. */
export type Weighed = {
  readonly product: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly minutes: number | null;
  readonly rate: Centavos;
  readonly amount: Centavos;
};

const MINUTES_OF_HOUR = 60n;

/**
 * What produce or work counts for by the scales of resolutions.
 * @param at the row's place in the request
 * @throws Refusal `bad-field` where there is neither a product nor work, or both, or too little to count, `bad-quantity`,
 * `resolution-covers-other` where the resolution has no such scale, `amount-too-large`
 */
export function weighBrought(scales: readonly Scale[], brought: Brought, at: string): Weighed {
  const { resolution, product = null, quantity = null, minutes = null } = brought;
  if (product === null) {
    if (quantity !== null) throw new Refusal('bad-field', `${at}/product`, { field: 'product', detail: 'missing' });
    if (minutes === null) throw new Refusal('bad-field', `${at}/minutes`, { field: 'minutes', detail: 'missing' });
    const { rate } = scaleOf(scales, resolution, '', at);
    const amount = centavos(divideHalfUp(BigInt(minutes) * rate, MINUTES_OF_HOUR));
    return counting({ product, quantity, unit: null, minutes, rate: centavos(rate), amount }, `${at}/minutes`);
  }
  if (minutes !== null) throw new Refusal('bad-field', `${at}/minutes`, { field: 'minutes', detail: 'with-product' });
  if (quantity === null) throw new Refusal('bad-field', `${at}/quantity`, { field: 'quantity', detail: 'missing' });
  const scale = scaleOf(scales, resolution, product, at);
  const rate = centavos(scale.rate);
  const amount = lineAmount(parsePositiveQuantity(quantity, `${at}/quantity`), rate, `${at}/quantity`);
  return counting({ product: scale.product, quantity, unit: scale.unit, minutes, rate, amount }, `${at}/quantity`);
}

/** What is worth less than half of the smallest unit pays nothing. @throws Refusal `bad-field` */
function counting(weighed: Weighed, at: string): Weighed {
  const field = weighed.minutes === null ? 'quantity' : 'minutes';
  if (weighed.amount === 0n) throw new Refusal('bad-field', at, { field, detail: 'counts-nothing' });
  return weighed;
}

function scaleOf(scales: readonly Scale[], resolution: string, product: string, at: string): Scale {
  const scale = scales.find((one) => one.resolution === resolution && nameKey(one.product) === nameKey(product));
  if (!scale) {
    const thing =
      product === ''
        ? {
            es: 'cuánto vale una hora de trabajo que paga certificados',
            en: 'what an hour of work counts for in certificates',
          }
        : { es: `cuánto vale ${product} que paga certificados`, en: `what ${product} counts for in certificates` };
    throw new Refusal('resolution-covers-other', `${at}/resolution`, { number: resolution, thing });
  }
  return scale;
}
