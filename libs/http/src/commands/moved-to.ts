import { Refusal } from '@ayni/kernel';

/**
 * A refusal of rows of a load, at the places that they have in another.
 * @param places where each of the rows stands there
 */
export function movedTo(places: readonly string[], { code, pointer, values }: Refusal): Refusal {
  const [, row, rest = ''] = /^\/rows\/(\d+)((?:\/.*)?)$/s.exec(pointer) ?? [];
  const place = row === undefined ? undefined : places[Number(row)];
  return new Refusal(code, place === undefined ? pointer : place + rest, values);
}
