import { say } from '../../../words/say.js';
import { chosen, columnOf, open, text, type Choices } from '../kind.js';
import { kindOf } from '../shown-kind.js';

const STOCK_UNITS: Choices<'g' | 'piece'> = {
  g: ['por peso', 'gramos', 'gramo', 'peso', 'kg', 'grams'],
  piece: ['por pieza', 'pieza', 'piezas', 'unidad', 'pieces'],
};

const roles = ['manager'] as const;

export const products = kindOf(() => ({
  id: 'productos',
  label: 'bring.products',
  roles,
  route: 'POST /api/inventory/v1/products',
  columns: [
    columnOf('code', 'text', ['nº', 'no', 'nro'], { label: say('products.code') }),
    columnOf('name', 'text', ['producto', 'nombre del producto', 'product'], { label: say('products.name') }),
    columnOf('stockUnit', 'text', ['se cuenta', 'cómo se cuenta'], {
      label: say('products.stockUnit'),
      choices: STOCK_UNITS,
    }),
    columnOf('shelfLifeDays', 'whole', ['dura', 'duración', 'días'], { ...open, label: say('products.shelfLife') }),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        code: text(cells, 'code'),
        name: text(cells, 'name'),
        stockUnit: chosen(STOCK_UNITS, text(cells, 'stockUnit')) ?? 'g',
        ...(text(cells, 'shelfLifeDays') === '' ? {} : { shelfLifeDays: Number(text(cells, 'shelfLifeDays')) }),
      })),
    },
    query,
  }),
}));

export const units = kindOf(() => ({
  id: 'unidades',
  label: 'bring.units',
  roles,
  route: 'POST /api/inventory/v1/units',
  columns: [
    columnOf('product', 'text', ['producto', 'código'], { label: say('products.code') }),
    columnOf('unit', 'text', ['unidad'], { label: say('products.unit') }),
    columnOf('factor', 'amount', ['cuántos', 'equivale', 'factor to stock unit'], {
      label: say('products.factorLabel'),
    }),
    columnOf('validFrom', 'day', ['desde', 'fecha'], { label: say('products.validFrom') }),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        product: text(cells, 'product'),
        unit: text(cells, 'unit'),
        factor: text(cells, 'factor'),
        validFrom: text(cells, 'validFrom'),
      })),
    },
    query,
  }),
}));
