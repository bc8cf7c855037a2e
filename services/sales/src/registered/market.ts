import { declareRegistered } from '@ayni/facts/registered/registered-store';
import { TextField } from '@ayni/http/fields';

/** Where the co-op sells: receipts name it by its code, which is the name that it was registered under. */
export class Market {
  @TextField(200, { description: 'what it is called now' }) name!: string;
  @TextField(200, { description: 'by which receipts name it; the name that it was registered under' }) code!: string;
}

/** A market as it is registered. */
export class SentMarket {
  @TextField(200) name!: string;
}

export const markets = declareRegistered({
  kind: 'market',
  table: 'markets',
  row: Market,
  columns: { code: 'name', name: 'called' },
  coded: 'text',
  correctable: ['name'],
});
