import { Refusal } from '@ayni/kernel';

/** A refusal of the only row of a load, at the place that the row has in another. */
export function movedTo(at: string, { code, pointer, values }: Refusal): Refusal {
  const isFirst = pointer === '/rows/0' || pointer.startsWith('/rows/0/');
  return new Refusal(code, isFirst ? at + pointer.slice('/rows/0'.length) : pointer, values);
}
