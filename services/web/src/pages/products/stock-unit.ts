import type { Choice } from '../../design/field.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { say } from '../../words/say.js';

export type Product = ItemOf<'GET /api/inventory/v1/products'>;
type StockUnit = Product['stockUnit'];

export const stockUnits = (): readonly (Choice & { readonly value: StockUnit })[] => [
  { value: 'g', label: say('products.byWeight') },
  { value: 'piece', label: say('products.byPiece') },
];

export const stockUnitOf = (text: string): StockUnit => (text === 'piece' ? 'piece' : 'g');

/** The code of a product that nobody has to think up: `Papa huaycha` is `PAPA-HUAYCHA`. */
export const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 32);
