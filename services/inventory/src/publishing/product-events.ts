import type { DataOf, productRegistered, unitChanged, unitDefined } from '@ayni/contracts';
import { formatFactor } from '@ayni/kernel';
import type { Product, ProductUnit, StandingUnit } from '../domain/product.js';

/** The aggregate under which the events of a product and its units stay in order. */
export const productAggregate = (code: string): string => `product/${code}`;

export const productData = ({ code, name, stockUnit }: Product): DataOf<typeof productRegistered> => ({
  code,
  name,
  stockUnit,
});

export const unitData = ({ product, unit, factor, validFrom }: ProductUnit): DataOf<typeof unitDefined> => ({
  product,
  unit,
  factor: formatFactor(factor),
  validFrom,
});

/** A unit as it stands. */
export const standingUnitData = (unit: StandingUnit): DataOf<typeof unitChanged> => ({
  ...unitData(unit),
  ...(unit.retiredOn === null ? {} : { retiredOn: unit.retiredOn }),
});
