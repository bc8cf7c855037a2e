import { Plus, X } from 'lucide-react';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../design/button.js';
import type { Choice } from '../../design/field.js';
import { Pill } from '../../design/notice.js';
import { say } from '../../words/say.js';
import { CELLS, type Cell, type Receipt } from './receipt.js';
import { ReceiptPhoto } from './receipt-photo.js';

/** What is wrong with a receipt, and in which cell. */
export type Wrong = { readonly cell: Cell; readonly text: string };

/** Whether a trial took a receipt. */
export type Standing = 'blank' | 'trying' | 'good' | 'wrong';

const WORDS = {
  blank: 'shoebox.empty',
  trying: 'shoebox.trying',
  good: 'shoebox.good',
  wrong: 'shoebox.wrong',
} as const;
const KINDS = { blank: 'plain', trying: 'plain', good: 'done', wrong: 'refused' } as const;

type ReceiptLineProps = {
  readonly receipt: Receipt;
  /** What it is called, such as `Recibo 2`. */
  readonly name: string;
  /** Whether it is a further line of the receipt above: it says what it was for and the amount. */
  readonly isLine: boolean;
  readonly wrong: Wrong | undefined;
  /** Undefined before it was tried. */
  readonly standing: Standing | undefined;
  readonly ways: readonly Choice[];
  /** The lists of what was written before, by the ids of their elements. */
  readonly lists: { readonly supplier: string; readonly category: string };
  readonly onType: (cell: Cell, text: string) => void;
  readonly onLeave: () => void;
  readonly onAddLine: () => void;
  readonly onPhoto: (hash: string) => void;
  readonly onRemove: () => void;
};

/** A receipt of the box, to be typed cell by cell. */
export function ReceiptLine({
  receipt,
  name,
  isLine,
  wrong,
  standing,
  ways,
  lists,
  onType,
  onLeave,
  onAddLine,
  onPhoto,
  onRemove,
}: ReceiptLineProps) {
  const id = useId();
  const cellOf = (cell: Cell): ReactNode => {
    const is = {
      'data-cell': cell,
      'aria-label': `${say(`shoebox.${cell}`)}, ${name}`,
      'aria-invalid': wrong?.cell === cell ? true : undefined,
      'aria-describedby': `${id}-wrong`,
      value: receipt[cell],
    } as const;
    if (cell === 'paidFrom')
      return (
        <select {...is} onChange={({ target }) => onType(cell, target.value)}>
          {ways.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      );
    return (
      <input
        {...is}
        type={cell === 'day' ? 'date' : 'text'}
        autoComplete="off"
        {...(cell === 'amount' ? { inputMode: 'decimal', className: 'amount' } : {})}
        {...(cell === 'supplier' || cell === 'category' ? { list: lists[cell] } : {})}
        onFocus={({ target }) => (cell === 'day' ? undefined : target.select())}
        onChange={({ target }) => onType(cell, target.value)}
      />
    );
  };
  return (
    <li
      data-receipt={receipt.id}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) onLeave();
      }}
    >
      {CELLS.map((cell) =>
        isLine && cell !== 'category' && cell !== 'amount' ? (
          <span key={cell} className="no-cell" />
        ) : (
          <label key={cell}>
            <span className="cell-label">{say(`shoebox.${cell}`)}</span>
            {cellOf(cell)}
          </label>
        ),
      )}
      <div className="row tight line-end">
        {standing === undefined ? null : <Pill kind={KINDS[standing]}>{say(WORDS[standing])}</Pill>}
        {isLine ? null : <ReceiptPhoto name={name} hash={receipt.photo} onPhoto={onPhoto} />}
        {isLine ? null : (
          <Button kind="bare" aria-label={say('shoebox.addLine', { receipt: name })} onClick={onAddLine}>
            <Plus aria-hidden="true" />
          </Button>
        )}
        <Button kind="bare" aria-label={say('shoebox.removeRow', { receipt: name })} onClick={onRemove}>
          <X aria-hidden="true" />
        </Button>
      </div>
      <span className="wrong" id={`${id}-wrong`} hidden={wrong === undefined}>
        {wrong?.text}
      </span>
    </li>
  );
}

/** Of the cells of all receipts, in their order, the one that a key leads to: undefined where it leads to none. */
export function cellBeside({
  key,
  currentTarget,
  target,
}: KeyboardEvent<HTMLElement>): HTMLElement | 'after' | undefined {
  if (!(target instanceof HTMLElement) || target.dataset['cell'] === undefined) return undefined;
  const cells = [...currentTarget.querySelectorAll<HTMLElement>('[data-cell]')];
  const at = cells.indexOf(target);
  if (key === 'Enter') return cells[at + 1] ?? 'after';
  // in a day and among choices the arrows have their own sense
  if (!(target instanceof HTMLInputElement) || target.type !== 'text') return undefined;
  const alike = cells.filter((cell) => cell.dataset['cell'] === target.dataset['cell']);
  const row = alike.indexOf(target);
  if (key === 'ArrowUp') return alike[row - 1];
  return key === 'ArrowDown' ? alike[row + 1] : undefined;
}
