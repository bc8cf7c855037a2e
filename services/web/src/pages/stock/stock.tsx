import { Link } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Downloads } from '../../design/downloads.js';
import { DayFilter, Filters, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { ProductPicture } from '../../design/picture.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useWhole } from '../../hooks/use-whole.js';
import { expiring, useLots } from '../../hooks/use-lots.js';
import { useProducts } from '../../hooks/use-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { inStock } from '../../words/in-stock.js';
import { sum } from './sum.js';

/** What the store has of each product at the end of a day, what of it expires, and what is missing. */
export default function Stock() {
  const { timezone } = useWho().coop;
  const [on, choose] = useFilter('dia', dayIn(timezone, serverNow()));
  const stock = useRead('GET /api/inventory/v1/stock', { query: { on } });
  const lots = useLots(on);
  const shortages = useWhole('GET /api/inventory/v1/shortages', { query: { state: 'open' } }).data?.value ?? [];
  const { nameOf } = useProducts();
  const due = expiring(lots.data?.value ?? [], on);
  const expires = (product: string): string =>
    sum(due.filter((lot) => lot.product === product).map(({ remaining }) => remaining));
  const missing = (product: string): string =>
    sum(shortages.filter((shortage) => shortage.product === product).map(({ open }) => open));
  return (
    <Page
      title={say('stock.title')}
      acts={
        <>
          <Link href="/almacen/perdidas/nueva" className="button">
            {say('stock.noteLoss')}
          </Link>
          <Link href="/almacen/entregas/nueva" className="button main">
            {say('stock.noteDelivery')}
          </Link>
        </>
      }
    >
      <div className="row no-print">
        <Link href="/almacen/lotes">{say('stock.lots')}</Link>
        <Link href="/almacen/entregas">{say('stock.deliveries')}</Link>
        <Link href="/almacen/perdidas">{say('stock.losses')}</Link>
        <Link href="/almacen/regalos">{say('stock.gifts')}</Link>
      </div>
      <Filters>
        <DayFilter label={say('stock.on')} value={on} onChoose={choose} />
      </Filters>
      <Shown read={stock}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="card">{say('stock.empty')}</div>
          ) : (
            <Table
              caption={say('stock.title')}
              rows={items}
              keyOf={({ product }) => product}
              columns={[
                {
                  head: say('products.product'),
                  cell: ({ product }) => (
                    <span className="row tight">
                      <ProductPicture code={product} name={nameOf(product)} />
                      <Link href={`/almacen/lotes?producto=${encodeURIComponent(product)}`}>{nameOf(product)}</Link>
                    </span>
                  ),
                  by: ({ product }) => nameOf(product),
                },
                {
                  head: say('stock.onHand'),
                  cell: ({ onHand, stockUnit }) => <strong>{inStock(onHand, stockUnit)}</strong>,
                  by: ({ onHand, stockUnit }) => ({ unit: stockUnit, value: onHand }),
                  number: true,
                },
                {
                  head: say('stock.expires'),
                  cell: ({ product, stockUnit }) => orDash(expires(product), stockUnit),
                  by: ({ product }) => expires(product),
                  number: true,
                },
                {
                  head: say('stock.missing'),
                  cell: ({ product, stockUnit }) => orDash(missing(product), stockUnit),
                  by: ({ product }) => missing(product),
                  number: true,
                },
                {
                  head: say('stock.came'),
                  cell: ({ harvested, delivered, stockUnit }) => inStock(sum([harvested, delivered]), stockUnit),
                  by: ({ harvested, delivered }) => sum([harvested, delivered]),
                  number: true,
                },
                {
                  head: say('stock.went'),
                  cell: ({ homeUse, lost, given, sold, stockUnit }) =>
                    inStock(sum([homeUse, lost, given, sold]), stockUnit),
                  by: ({ homeUse, lost, given, sold }) => sum([homeUse, lost, given, sold]),
                  number: true,
                },
              ]}
            />
          )
        }
      </Shown>
      <Downloads route="GET /api/inventory/v1/stock" sent={{ query: { on } }} />
    </Page>
  );
}

const orDash = (quantity: string, stockUnit: 'g' | 'piece'): string =>
  quantity === '0' ? '–' : inStock(quantity, stockUnit);
