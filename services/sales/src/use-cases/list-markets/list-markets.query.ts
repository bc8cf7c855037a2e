import { TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';

/** Where the co-op sells. */
export class MarketRow {
  @TextField(200) name!: string;
}

export const markets = new Listing({
  row: MarketRow,
  name: 'markets',
  from: 'markets m',
  alias: 'm',
  columns: { name: 'm.name' },
  order: ['m.name'],
});
