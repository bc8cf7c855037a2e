import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { DaysFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { PasteLink } from '../../design/paste-link.js';
import { productColumn, quantityColumn } from '../../design/produce-columns.js';
import { ProductFilter } from '../../design/product-filter.js';
import { Reversible } from '../../design/reversal.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useDays } from '../../hooks/use-days.js';
import { useList } from '../../hooks/use-list.js';
import { useProducts } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';

/** What was lost, and why. */
export default function Losses() {
  const { timezone } = useWho().coop;
  const [product] = useFilter('producto');
  const days = useDays();
  const products = useProducts();
  const query = { ...days, ...narrowed('product', product) };
  const list = useList('GET /api/inventory/v1/losses', { query });
  return (
    <Page
      title={say('stock.losses')}
      acts={
        <>
          <PasteLink what="perdidas" />
          <Link href="/almacen/perdidas/nueva" className="button main">
            {say('stock.noteLoss')}
          </Link>
        </>
      }
    >
      <Filters>
        <DaysFilter />
        <ProductFilter />
      </Filters>
      <ShownList list={list} empty={<p>{say('stock.noLosses')}</p>}>
        {(losses) => (
          <Table
            caption={say('stock.losses')}
            rows={losses}
            keyOf={({ code }) => code}
            columns={[
              productColumn(products.nameOf),
              quantityColumn(),
              { head: say('forms.reason'), cell: ({ reason }) => reason, by: ({ reason }) => reason },
              { head: say('forms.day'), cell: ({ lostAt }) => moment(lostAt, timezone), by: ({ lostAt }) => lostAt },
              {
                head: say('states.reverse'),
                cell: (row) => (
                  <Reversible
                    route="POST /api/inventory/v1/losses/{code}/reversal"
                    name={`${products.nameOf(row.product)}, ${inFigures(row.quantity)} ${unitName(row.unit)}`}
                    reversal={row.reversal}
                    sent={(body) => ({ path: { code: row.code }, body })}
                  />
                ),
              },
            ]}
          />
        )}
      </ShownList>
      <Downloads route="GET /api/inventory/v1/losses" sent={{ query }} />
    </Page>
  );
}
