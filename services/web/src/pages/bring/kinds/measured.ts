import { plain } from '@ayni/spreadsheets';
import { instantOf } from '../../../words/instant.js';
import { noonOf } from '../../../words/dates.js';
import { columnOf, text, type BroughtColumn, type Cells } from '../kind.js';

export const DAY = ['fecha', 'día', 'fecha y hora', 'date', 'day'];
export const NUMBER = ['código', 'nº', 'no', 'nro', 'número'];

/** The columns of what was weighed or counted. */
export const measured = (): readonly BroughtColumn[] => [
  columnOf('product', 'text', ['producto', 'qué', 'nombre del producto', 'detalle'], { names: 'product' }),
  columnOf('quantity', 'amount', ['cantidad', 'cuánto', 'peso']),
  columnOf('unit', 'text', ['unidad', 'medida', 'unidad de medida']),
];

/** What was weighed or counted. */
export const measuredIn = (
  cells: Cells,
): { readonly product: string; readonly quantity: string; readonly unit: string } => ({
  product: text(cells, 'product'),
  quantity: text(cells, 'quantity'),
  unit: PIECES.has(plain(text(cells, 'unit'))) ? 'piece' : text(cells, 'unit'),
});

/** What people call the one unit that the system names itself. */
const PIECES = new Set(['pieza', 'piezas', 'pieces', 'pza', 'pzas']);

/** A moment by the clock of the co-op, as the system takes it: noon where only its day is known. */
export function instantIn(cells: Cells, name: string, timezone: string): string {
  const said = text(cells, name);
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/.exec(said) ?? [];
  if (day === undefined) return said;
  return time === undefined ? noonOf(day, timezone).toISOString() : instantOf(day, time, timezone);
}
