import { inFigures } from '../words/money.js';
import { say } from '../words/say.js';
import { unitName } from '../words/unit-name.js';
import { PicturedProduct } from './picture.js';
import type { Column } from './table.js';

/** Which product it was, as it is drawn and called. */
export const productColumn = (nameOf: (product: string) => string): Column<{ readonly product: string }> => ({
  head: say('products.product'),
  cell: ({ product }) => <PicturedProduct code={product} name={nameOf(product)} />,
  by: ({ product }) => nameOf(product),
});

/** How much it was, in the unit that it was measured in. */
export const quantityColumn = (): Column<{ readonly quantity: string; readonly unit: string }> => ({
  head: say('products.quantity'),
  cell: ({ quantity, unit }) => `${inFigures(quantity)} ${unitName(unit)}`,
  by: ({ quantity, unit }) => ({ unit: unitName(unit), value: quantity }),
  number: true,
});
