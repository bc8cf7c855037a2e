import { createContext, useContext, useEffect, useId, useSyncExternalStore } from 'react';
import { useSearchParams } from 'wouter';
import type { List } from '../hooks/use-list.js';
import { inFigures } from '../words/money.js';
import { say } from '../words/say.js';

/**
 * In an address, after the name of a table: by the column of which head its rows are ordered, with a minus before it where the
 * largest comes first. Tables on one page are ordered each by itself.
 */
const ORDER = 'orden';
const NAME_MAX = 24;

const keyOf = (caption: string): string => {
  const name = caption
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_MAX)
    .replace(/^-|-$/g, '');
  return name === '' ? ORDER : `${ORDER}-${name}`;
};

/** So many rows are fetched by themselves, since an order needs them all. */
const FETCHED_MAX = 5_000;

export type Order = { readonly head: string; readonly isFalling: boolean };

const textOf = ({ head, isFalling }: Order): string => `${isFalling ? '-' : ''}${head}`;

const orderOf = (text: string): Order | undefined =>
  text === '' ? undefined : { head: text.replace(/^-/, ''), isFalling: text.startsWith('-') };

/** The order that the address asks for of a table, and how another one is asked for; as rows came, where none is. */
export function useOrder(
  caption: string,
): readonly [order: Order | undefined, ask: (order: Order | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const key = keyOf(caption);
  const ask = (order: Order | undefined): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (order === undefined) after.delete(key);
        else after.set(key, textOf(order));
        return after;
      },
      { replace: true },
    );
  return [orderOf(params.get(key) ?? ''), ask];
}

/** The list that a table shows, where it has further pages. */
export const Listed = createContext<Pick<List<unknown>, 'items' | 'more' | 'busy' | 'problem'> | undefined>(undefined);

/** Fetches what a list has beyond what was asked for; says so where that is too much. */
export function Rest() {
  const { items = [], more, busy, problem } = useContext(Listed) ?? { busy: false, problem: null };
  const isTooMuch = items.length >= FETCHED_MAX;
  useEffect(() => {
    if (more !== undefined && !busy && problem === null && !isTooMuch) more();
  }, [more, busy, problem, isTooMuch]);
  if (more === undefined || (problem === null && !isTooMuch)) return null;
  return (
    <p role="status" className="soft">
      {say('forms.orderedPart', { n: inFigures(String(items.length)) })}
    </p>
  );
}

/** The head of a column that rows can be ordered by: rising, falling, as they came. */
export function OrderHead({
  head,
  order,
  onAsk,
}: {
  head: string;
  /** Where rows are ordered by this column. */
  order: Order | undefined;
  onAsk: (order: Order | undefined) => void;
}) {
  const next =
    order === undefined ? { head, isFalling: false } : order.isFalling ? undefined : { head, isFalling: true };
  return (
    <button type="button" className="order" onClick={() => onAsk(next)}>
      {head}
    </button>
  );
}

/** The same where rows are cards, which have no heads. */
export function OrderChoice({
  heads,
  order,
  onAsk,
}: {
  heads: readonly string[];
  order: Order | undefined;
  onAsk: (order: Order | undefined) => void;
}) {
  const id = useId();
  return (
    <div className="field no-print">
      <label htmlFor={id}>{say('forms.orderBy')}</label>
      <select
        id={id}
        value={order === undefined ? '' : textOf(order)}
        onChange={({ target }) => onAsk(orderOf(target.value))}
      >
        <option value="">{say('forms.asItCame')}</option>
        {heads
          .flatMap((head) => [false, true].map((isFalling) => ({ head, isFalling })))
          .map((one) => (
            <option key={textOf(one)} value={textOf(one)}>
              {`${one.head} ${one.isFalling ? '↓' : '↑'}`}
            </option>
          ))}
      </select>
    </div>
  );
}

/** A phone in the hand: what `table.css` makes cards of rows by. */
const CARDS = matchMedia('(max-width: 599px)');

const whenTurned = (onTurned: () => void): (() => void) => {
  CARDS.addEventListener('change', onTurned);
  return () => CARDS.removeEventListener('change', onTurned);
};

/** Whether rows are cards here. */
export const useCards = (): boolean => useSyncExternalStore(whenTurned, () => CARDS.matches);
