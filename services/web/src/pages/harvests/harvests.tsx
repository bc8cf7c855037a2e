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
import { useProducts, useStructures } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';

/** What was harvested: when, where, what and how much. */
export default function Harvests() {
  const { timezone } = useWho().coop;
  const [structure, chooseStructure] = useFilter('carpa');
  const [product] = useFilter('producto');
  const days = useDays();
  const structures = useStructures();
  const products = useProducts();
  const query = { ...days, ...narrowed('structure', structure), ...narrowed('product', product) };
  const list = useList('GET /api/production/v1/harvests', { query });
  return (
    <Page
      title={say('harvests.title')}
      acts={
        <>
          <PasteLink what="cosechas" />
          <Link href="/cosechas/nueva" className="button main">
            {say('harvests.note')}
          </Link>
        </>
      }
    >
      <Filters>
        <DaysFilter />
        <ChoiceFilter
          label={say('harvests.where')}
          none={say('forms.allShe')}
          value={structure}
          onChoose={chooseStructure}
          choices={structures.choices}
        />
        <ProductFilter />
      </Filters>
      <ShownList list={list} empty={<p>{say('harvests.empty')}</p>}>
        {(harvests) => (
          <Table
            caption={say('harvests.title')}
            rows={harvests}
            keyOf={({ code }) => code}
            columns={[
              productColumn(products.nameOf),
              quantityColumn(),
              {
                head: say('harvests.homeUseShort'),
                cell: ({ homeUse }) => inFigures(homeUse),
                by: ({ homeUse }) => homeUse,
                number: true,
              },
              {
                head: say('harvests.where'),
                cell: (row) => structures.nameOf(row.structure),
                by: (row) => structures.nameOf(row.structure),
              },
              {
                head: say('forms.day'),
                cell: ({ harvestedAt }) => moment(harvestedAt, timezone),
                by: ({ harvestedAt }) => harvestedAt,
              },
              {
                head: say('harvests.lot'),
                cell: ({ code }) => <Link href={`/almacen/lotes/${encodeURIComponent(code)}`}>{code}</Link>,
                by: ({ code }) => code,
              },
              {
                head: say('states.reverse'),
                cell: (row) => (
                  <Reversible
                    route="POST /api/production/v1/harvests/{code}/reversal"
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
      <Downloads route="GET /api/production/v1/harvests" sent={{ query }} />
    </Page>
  );
}
