import type { FactKind } from '@ayni/contracts';
import { standing } from '@ayni/facts/standing';

/** How documents move a grant: by their kind, the table, the column that names the grant, and the amount. */
type Move = {
  readonly kind: FactKind;
  readonly table: string;
  readonly names: string;
  readonly amount: string;
  /** The column that names a line of the grant's budget, where one does. */
  readonly line?: string;
  /** A condition on the document, `d`. */
  readonly where?: string;
};

const moveBy = (kind: FactKind, table: string): Move => ({ kind, table, names: '"grant"', amount: 'd.amount' });
const expense = { kind: 'expense', table: 'expenses' } as const;
/** The lines of documents that have several, with the day of their document. */
const expenseLine = {
  kind: 'expense',
  table: '(SELECT l.*, e.day FROM expense_lines l JOIN expenses e USING (coop_id, code))',
} as const;
const asset = { kind: 'asset', table: 'assets' } as const;
/** Disposals with the grants of their assets. */
const disposal = {
  kind: 'asset-disposal',
  table: `(SELECT d.*, a.funded_by, a.rest_funded_by FROM asset_disposals d
    JOIN assets a ON a.coop_id = d.coop_id AND a.code = d.asset)`,
} as const;

const SPENT: readonly Move[] = [
  {
    ...{ ...expense, names: 'funded_by', line: 'budget_line' },
    ...{ amount: 'd.amount - COALESCE(d.rest, 0)', where: 'd.lines = 0' },
  },
  { ...expense, names: 'rest_funded_by', amount: 'd.rest' },
  { ...expenseLine, names: 'funded_by', line: 'budget_line', amount: 'd.amount' },
  { ...asset, names: 'funded_by', line: 'budget_line', amount: 'd.amount - COALESCE(d.rest, 0)' },
  { ...asset, names: 'rest_funded_by', amount: 'd.rest' },
];

const MOVES: readonly (readonly [sum: string, moves: readonly Move[]])[] = [
  ['received', [moveBy('grant-receipt', 'grant_receipts')]],
  ['refunded', [moveBy('grant-refund', 'grant_refunds')]],
  ['spent', SPENT],
  ['written_off', [moveBy('grant-write-off', 'grant_write_offs')]],
  [
    'recovered',
    [
      { ...disposal, names: 'funded_by', amount: 'd.bound - d.rest_bound' },
      { ...disposal, names: 'rest_funded_by', amount: 'd.rest_bound' },
    ],
  ],
];

/**
 * `SELECT` of what the documents of the grant `f` that stand come to: received in receipts, refunded, spent, written_off, recovered.
 * @param before a parameter: only those of earlier days
 */
export const movedOfGrant = (before?: `$${number}`): string =>
  `SELECT ${MOVES.map(([sum, moves]) => `(${moves.map((move) => total(move, before)).join(' + ')})::bigint AS ${sum}`).join(', ')}`;

/** `SELECT` of all that stands as spent of grants: `coop_id`, `grant`, the `budget_line` that it names, and `amount`. */
export const spentOfGrants = SPENT.map(
  ({ kind, table, names, amount, line = 'NULL::text', where }) =>
    `SELECT d.coop_id, d.${names} AS "grant", ${line} AS budget_line, ${amount} AS amount FROM ${table} d
     WHERE d.${names} <> 'own' AND ${standing(kind, 'd')} ${where === undefined ? '' : `AND ${where}`}`,
).join(' UNION ALL ');

const total = ({ kind, table, names, amount, where }: Move, before: string | undefined): string =>
  `COALESCE((SELECT sum(${amount}) FROM ${table} d
    WHERE d.coop_id = f.coop_id AND d.${names} = f.code AND ${standing(kind, 'd')}
    ${where === undefined ? '' : `AND ${where}`} ${before === undefined ? '' : `AND d.day < ${before}`}), 0)`;
