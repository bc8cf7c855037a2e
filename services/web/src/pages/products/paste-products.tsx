import { ChoiceFilter, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { Paste, pastedColumn } from '../../design/paste.js';
import { choose, readDay, readQuantity, type Cells } from '../../words/pasted.js';
import { say } from '../../words/say.js';
import { stockUnitOf, stockUnits } from './stock-unit.js';

const text = (cells: Cells, name: string): string => cells[name] ?? '';

const readStockUnit = choose({
  g: ['gramos', 'gramo', 'peso', 'por peso', 'kg', 'grams'],
  piece: ['pieza', 'piezas', 'unidad', 'por pieza', 'pieces'],
});

const wrongStockUnit = (unit: string): string | undefined =>
  stockUnits().some(({ value }) => value === unit)
    ? undefined
    : say('paste.oneOf', {
        label: say('products.stockUnit'),
        choices: stockUnits()
          .map(({ label }) => label)
          .join(', '),
      });

/** The products of a spreadsheet, and their units, pasted: tried first, and loaded when nothing is wrong. */
export default function PasteProducts() {
  const [what, chooseWhat] = useFilter('que');
  return (
    <Page title={say('paste.title')}>
      <ChoiceFilter
        label={say('members.whatIsPasted')}
        value={what}
        onChoose={chooseWhat}
        none={say('products.title')}
        choices={[{ value: 'unidades', label: say('products.units') }]}
      />
      {what === 'unidades' ? (
        <Paste
          key="units"
          route="POST /api/inventory/v1/units"
          columns={[
            pastedColumn('product', say('products.code'), ['producto', 'código']),
            pastedColumn('unit', say('products.unit')),
            pastedColumn('factor', say('products.factorLabel'), ['cuántos'], readQuantity),
            pastedColumn('validFrom', say('products.validFrom'), ['desde'], readDay),
          ]}
          sent={(rows, trial) => ({
            body: {
              rows: rows.map((cells) => ({
                product: text(cells, 'product'),
                unit: text(cells, 'unit'),
                factor: text(cells, 'factor'),
                validFrom: text(cells, 'validFrom'),
              })),
            },
            query: trial ? { trial: 'true' } : {},
          })}
        />
      ) : (
        <Paste
          key="products"
          route="POST /api/inventory/v1/products"
          columns={[
            pastedColumn('code', say('products.code')),
            pastedColumn('name', say('products.name'), ['producto']),
            {
              ...pastedColumn('stockUnit', say('products.stockUnit'), ['se cuenta'], readStockUnit),
              wrong: wrongStockUnit,
            },
            pastedColumn('shelfLifeDays', say('products.shelfLife'), ['dura']),
          ]}
          sent={(rows, trial) => ({
            body: {
              rows: rows.map((cells) => ({
                code: text(cells, 'code'),
                name: text(cells, 'name'),
                stockUnit: stockUnitOf(text(cells, 'stockUnit')),
                ...(cells['shelfLifeDays'] === undefined ? {} : { shelfLifeDays: Number(cells['shelfLifeDays']) }),
              })),
            },
            query: trial ? { trial: 'true' } : {},
          })}
        />
      )}
    </Page>
  );
}
