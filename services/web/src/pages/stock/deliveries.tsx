import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DaysFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { PasteLink } from '../../design/paste-link.js';
import { productColumn, quantityColumn } from '../../design/produce-columns.js';
import { ProductFilter } from '../../design/product-filter.js';
import { Reversible } from '../../design/reversal.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useDays } from '../../hooks/use-days.js';
import { useList } from '../../hooks/use-list.js';
import { useMembers, useProducts } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';

/** What members delivered of their own, at which price. */
export default function Deliveries() {
  const { timezone } = useWho().coop;
  const [member, chooseMember] = useFilter('socia');
  const [product] = useFilter('producto');
  const days = useDays();
  const members = useMembers();
  const products = useProducts();
  const query = { ...days, ...narrowed('member', member), ...narrowed('product', product) };
  const list = useList('GET /api/inventory/v1/deliveries', { query });
  return (
    <Page
      title={say('stock.deliveries')}
      acts={
        <>
          <PasteLink what="entregas" />
          <Link href="/almacen/entregas/nueva" className="button main">
            {say('stock.noteDelivery')}
          </Link>
        </>
      }
    >
      <Filters>
        <DaysFilter />
        <ChoiceFilter
          label={say('stock.member')}
          none={say('forms.allShe')}
          value={member}
          onChoose={chooseMember}
          choices={members.choices}
        />
        <ProductFilter />
      </Filters>
      <ShownList list={list} empty={<p>{say('stock.noDeliveries')}</p>}>
        {(deliveries) => (
          <Table
            caption={say('stock.deliveries')}
            rows={deliveries}
            keyOf={({ code }) => code}
            columns={[
              productColumn(products.nameOf),
              quantityColumn(),
              {
                head: say('stock.member'),
                cell: (row) => members.nameOf(row.member),
                by: (row) => members.nameOf(row.member),
              },
              {
                head: say('stock.unitPrice'),
                cell: ({ unitPrice, currency }) => inMoney(unitPrice, currency),
                by: ({ unitPrice }) => unitPrice,
                number: true,
              },
              {
                head: say('stock.amount'),
                cell: ({ amount, currency }) => inMoney(amount, currency),
                by: ({ amount }) => amount,
                number: true,
              },
              {
                head: say('forms.day'),
                cell: ({ deliveredAt }) => moment(deliveredAt, timezone),
                by: ({ deliveredAt }) => deliveredAt,
              },
              {
                head: say('stock.lot'),
                cell: ({ code }) => <Link href={`/almacen/lotes/${encodeURIComponent(code)}`}>{code}</Link>,
                by: ({ code }) => code,
              },
              {
                head: say('states.reverse'),
                cell: (row) => (
                  <Reversible
                    route="POST /api/inventory/v1/deliveries/{code}/reversal"
                    name={`${products.nameOf(row.product)}, ${inFigures(row.quantity)} ${unitName(row.unit)}, ${members.nameOf(row.member)}`}
                    reversal={row.reversal}
                    sent={(body) => ({ path: { code: row.code }, body })}
                  />
                ),
              },
            ]}
          />
        )}
      </ShownList>
      <Downloads route="GET /api/inventory/v1/deliveries" sent={{ query }} />
    </Page>
  );
}
