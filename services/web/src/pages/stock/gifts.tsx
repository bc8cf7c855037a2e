import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DaysFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { ProductPicture } from '../../design/picture.js';
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

/** What was given away, and to whom. */
export default function Gifts() {
  const { timezone } = useWho().coop;
  const [product, chooseProduct] = useFilter('producto');
  const days = useDays();
  const products = useProducts();
  const query = { ...days, ...narrowed('product', product) };
  const list = useList('GET /api/inventory/v1/gifts', { query });
  return (
    <Page
      title={say('stock.gifts')}
      acts={
        <Link href="/almacen/regalos/nuevo" className="button main">
          {say('stock.noteGift')}
        </Link>
      }
    >
      <Filters>
        <DaysFilter />
        <ChoiceFilter
          label={say('products.product')}
          none={say('forms.allHe')}
          value={product}
          onChoose={chooseProduct}
          choices={products.rows.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filters>
      <ShownList list={list} empty={<p>{say('stock.noGifts')}</p>}>
        {(gifts) => (
          <Table
            caption={say('stock.gifts')}
            rows={gifts}
            keyOf={({ code }) => code}
            columns={[
              {
                head: say('products.product'),
                cell: (row) => (
                  <span className="row tight">
                    <ProductPicture code={row.product} name={products.nameOf(row.product)} />
                    {products.nameOf(row.product)}
                  </span>
                ),
                by: (row) => products.nameOf(row.product),
              },
              {
                head: say('products.quantity'),
                cell: ({ quantity, unit }) => `${inFigures(quantity)} ${unitName(unit)}`,
                by: ({ quantity, unit }) => ({ unit: unitName(unit), value: quantity }),
                number: true,
              },
              { head: say('stock.recipient'), cell: ({ recipient }) => recipient, by: ({ recipient }) => recipient },
              {
                head: say('forms.day'),
                cell: ({ givenAt }) => moment(givenAt, timezone),
                by: ({ givenAt }) => givenAt,
              },
              {
                head: say('states.reverse'),
                cell: (row) => (
                  <Reversible
                    route="POST /api/inventory/v1/gifts/{code}/reversal"
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
      <Downloads route="GET /api/inventory/v1/gifts" sent={{ query }} />
    </Page>
  );
}
