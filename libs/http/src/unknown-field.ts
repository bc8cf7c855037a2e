import { Refusal } from '@ayni/kernel';

/** So many of the unknown fields of an object are told of. */
const TOLD_AT_MOST = 20;

/** The refusals of what an object holds beside its fields. */
export function unknownFields(sent: object, isField: (name: string) => boolean, pointer = ''): Refusal[] {
  const unknown: Refusal[] = [];
  for (const field of Object.keys(sent)) {
    if (isField(field)) continue;
    const name = field.slice(0, 64);
    const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    unknown.push(new Refusal('unknown-field', place, { field: name }));
    if (unknown.length >= TOLD_AT_MOST) break;
  }
  return unknown;
}
