import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { DaysFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { productColumn } from '../../design/produce-columns.js';
import { ProductFilter } from '../../design/product-filter.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useDays } from '../../hooks/use-days.js';
import { useList } from '../../hooks/use-list.js';
import { useProducts } from '../../hooks/use-names.js';
import { dayInShort, dayInWords } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { inStock } from '../../words/in-stock.js';

/** The lots of the store: each a harvest or a delivery, with what is left of it. */
export default function Lots() {
  const [product] = useFilter('producto');
  const days = useDays();
  const { nameOf } = useProducts();
  const query = { ...days, ...narrowed('product', product) };
  const list = useList('GET /api/inventory/v1/lots', { query });
  return (
    <Page title={say('stock.lots')}>
      <Filters>
        <DaysFilter />
        <ProductFilter />
      </Filters>
      <ShownList list={list} empty={<p>{say('stock.noLots')}</p>}>
        {(lots) => (
          <Table
            caption={say('stock.lots')}
            rows={lots}
            keyOf={({ code }) => code}
            columns={[
              {
                head: say('stock.lot'),
                cell: ({ code }) => <Link href={`/almacen/lotes/${encodeURIComponent(code)}`}>{code}</Link>,
                by: ({ code }) => code,
              },
              productColumn(nameOf),
              {
                head: say('stock.origin'),
                cell: ({ origin }) => say(origin === 'harvest' ? 'stock.fromHarvest' : 'stock.fromDelivery'),
                by: ({ origin }) => say(origin === 'harvest' ? 'stock.fromHarvest' : 'stock.fromDelivery'),
              },
              { head: say('forms.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
              {
                head: say('stock.quantity'),
                cell: ({ quantity, stockUnit }) => inStock(quantity, stockUnit),
                by: ({ quantity, stockUnit }) => ({ unit: stockUnit, value: quantity }),
                number: true,
              },
              {
                head: say('stock.remaining'),
                cell: ({ remaining, stockUnit }) => inStock(remaining, stockUnit),
                by: ({ remaining, stockUnit }) => ({ unit: stockUnit, value: remaining }),
                number: true,
              },
              {
                head: say('stock.expiresHead'),
                cell: ({ expiresOn, expired, reversal }) =>
                  reversal !== null ? (
                    <Pill kind="refused">{say('states.reversed')}</Pill>
                  ) : expiresOn === null ? (
                    '–'
                  ) : expired ? (
                    <Pill kind="refused">{say('stock.expiredOn', { day: dayInWords(expiresOn) })}</Pill>
                  ) : (
                    dayInShort(expiresOn)
                  ),
                by: ({ expiresOn, reversal }) => (reversal === null ? expiresOn : null),
              },
            ]}
          />
        )}
      </ShownList>
      <Downloads route="GET /api/inventory/v1/lots" sent={{ query }} />
    </Page>
  );
}
