import { harvestRecorded, harvestReversed } from '@ayni/contracts';
import type { Day, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import {
  AnyQuantityField,
  CodeField,
  DayField,
  InstantField,
  QuantityField,
  StockQuantityField,
  StockUnitField,
} from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** A harvest, home use included; the rest of it goes to the store. */
export class Harvest {
  @CodeField() code!: string;
  @InstantField() harvestedAt!: Instant;
  @DayField() day!: Day;
  @CodeField({ of: 'structure', description: 'the code of a registered structure' }) structure!: string;
  @CodeField({ of: 'product' }) product!: string;
  @QuantityField({ description: 'the whole harvest, home use included' }) quantity!: string;
  @CodeField() unit!: string;
  @AnyQuantityField({ description: 'what the families took home of it, in the same unit' }) homeUse!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField() stockQuantity!: StockQuantity;
  @StockQuantityField({ description: 'what the families took home of it, in stock units' })
  stockHomeUse!: StockQuantity;
}

/** A harvest as it is written in the field. */
export class SentHarvest extends sentClass(Harvest, ['day', 'stockUnit', 'stockQuantity', 'stockHomeUse'], {
  homeUse: '0',
}) {}

export const harvests = declareFact({
  kind: 'harvest',
  table: 'harvests',
  row: Harvest,
  sent: SentHarvest,
  dated: 'harvestedAt',
  sums: { quantity: 'stock_quantity', homeUse: 'stock_home_use' },
  filters: ['structure', 'product'],
  events: {
    recorded: harvestRecorded,
    reversed: harvestReversed,
    tells: ({ stockHomeUse, ...harvest }) => ({ ...harvest, homeUse: stockHomeUse }),
  },
});
