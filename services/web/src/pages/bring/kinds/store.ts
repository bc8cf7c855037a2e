import { say } from '../../../words/say.js';
import { chosen, columnOf, open, text, type Choices } from '../kind.js';
import { kindOf } from '../shown-kind.js';
import { DAY, instantIn, measured, measuredIn, NUMBER } from './measured.js';

const STOCK_UNITS: Choices<'g' | 'piece'> = {
  g: ['por peso', 'gramos', 'gramo', 'peso', 'kg', 'grams'],
  piece: ['por pieza', 'pieza', 'piezas', 'unidad', 'pieces'],
};

const COUNTED: Choices<'yes' | 'no'> = { yes: ['sí', 'si', 's', 'x', 'y', 'true'], no: ['no', 'n', 'false'] };

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
    columnOf('product', 'text', ['producto', 'código'], { label: say('products.code'), names: 'product' }),
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

export const deliveries = kindOf((timezone) => ({
  id: 'entregas',
  label: 'stock.deliveries',
  roles,
  route: 'POST /api/inventory/v1/deliveries',
  prefix: 'D',
  columns: [
    columnOf('deliveredAt', 'moment', [...DAY, 'fecha de la entrega']),
    columnOf('member', 'text', ['socia', 'socio', 'nombre', 'de quién', 'productora'], { names: 'member' }),
    ...measured(),
    columnOf('unitPrice', 'amount', ['precio', 'precio unitario', 'primer precio', 'unit price']),
    columnOf('code', 'text', [...NUMBER, 'recibo', 'lote'], open),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        code: text(cells, 'code'),
        deliveredAt: instantIn(cells, 'deliveredAt', timezone),
        member: text(cells, 'member'),
        ...measuredIn(cells),
        unitPrice: text(cells, 'unitPrice'),
      })),
    },
    query,
  }),
}));

export const losses = kindOf((timezone) => ({
  id: 'perdidas',
  label: 'stock.losses',
  roles,
  route: 'POST /api/inventory/v1/losses',
  prefix: 'M',
  columns: [
    columnOf('lostAt', 'moment', [...DAY, 'fecha de la pérdida', 'recorded at']),
    ...measured(),
    columnOf('reason', 'text', ['motivo', 'por qué', 'causa', 'razón']),
    columnOf('counted', 'text', ['se contó', 'contado', 'se contaron'], { ...open, choices: COUNTED }),
    columnOf('code', 'text', NUMBER, open),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        code: text(cells, 'code'),
        lostAt: instantIn(cells, 'lostAt', timezone),
        ...measuredIn(cells),
        reason: text(cells, 'reason'),
        ...(chosen(COUNTED, text(cells, 'counted')) === 'yes' ? { counted: true } : {}),
      })),
    },
    query,
  }),
}));
