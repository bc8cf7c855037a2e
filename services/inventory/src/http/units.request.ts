import { CodeField, DayField, FactorField } from '@ayni/http/fields';
import { RegisteredQuery } from '@ayni/facts/registered/registered-controller';

const FACTOR = { description: 'stock units in one unit, exact: "11500", "2.875" or "25/2"' };

export class UnitRequest {
  @CodeField({ of: 'product' })
  product!: string;

  @CodeField()
  unit!: string;

  @FactorField(FACTOR)
  factor!: string;

  @DayField()
  validFrom!: string;
}

export class ChangeUnitRequest {
  @FactorField({ ...FACTOR, optional: true })
  factor?: string | null;

  @DayField({ optional: true, description: 'the last day on which it is used; null where it is used again' })
  retiredOn?: string | null;
}

export class UnitsQuery extends RegisteredQuery {
  @CodeField({ of: 'product', optional: true })
  product?: string;
}
