import type { Answer } from '../../api/route.js';
import type { KeptSale } from './kept-sale.js';

type Items<R extends 'GET /api/inventory/v1/products' | 'GET /api/inventory/v1/units' | 'GET /api/sales/v1/prices'> =
  Answer<R>['items'];

/** Something that is sold here: a product by a unit, at its last price. */
export type Offer = {
  readonly product: string;
  readonly name: string;
  readonly unit: string;
  /** As it was sold last; undefined where it never was. */
  readonly unitPrice: string | undefined;
  /** The market where it was sold so, where that is another one. */
  readonly elsewhere: string | undefined;
};

/** What can be sold at a market: first what was sold there before. */
export function offersOf(
  products: Items<'GET /api/inventory/v1/products'>,
  units: Items<'GET /api/inventory/v1/units'>,
  prices: Items<'GET /api/sales/v1/prices'>,
  mine: readonly KeptSale[],
  market: string,
): readonly Offer[] {
  const nameOf = new Map(products.filter(({ retiredOn }) => retiredOn === null).map(({ code, name }) => [code, name]));
  const inUse = [
    ...units.filter(({ retiredOn }) => retiredOn === null),
    // by the piece, whatever else it is sold by; and by whatever it was sold by last
    ...products.filter(({ stockUnit }) => stockUnit === 'piece').map(({ code }) => ({ product: code, unit: 'piece' })),
    ...prices,
  ].filter(({ product }) => nameOf.has(product));
  const offers = inUse.map(({ product, unit }) => {
    const told = prices.find((price) => price.product === product && price.unit === unit);
    // what she has just asked for is newer than what the system told
    const own = mine
      .filter(({ sale, command }) => sale.market === market && command.state !== 'refused')
      .flatMap(({ sale }) => sale.lines)
      .find((line) => line.product === product && line.unit === unit);
    return {
      ...{ product, unit, name: nameOf.get(product) ?? product },
      unitPrice: own?.unitPrice ?? told?.unitPrice,
      elsewhere: own === undefined && told !== undefined && !told.here ? told.market : undefined,
    };
  });
  const rank = ({ unitPrice, elsewhere }: Offer): number => (unitPrice === undefined ? 2 : elsewhere ? 1 : 0);
  return distinct(offers).sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** A unit whose factor changed stands in the list once for each day that it did. */
const distinct = (offers: readonly Offer[]): Offer[] => [
  ...new Map(offers.map((offer) => [`${offer.product} ${offer.unit}`, offer])).values(),
];

const USUAL = ['1', '2', '3', '4', '5', '6'];

/** The quantities to choose from: those that she sold last of it, then the usual ones. */
export function quantitiesOf({ product, unit }: Offer, mine: readonly KeptSale[]): readonly string[] {
  const last = mine
    .flatMap(({ sale }) => sale.lines)
    .filter((line) => line.product === product && line.unit === unit)
    .map(({ quantity }) => quantity);
  return [...new Set([...last, ...USUAL])].slice(0, USUAL.length);
}
