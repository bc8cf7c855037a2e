import { CodeField, TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';

/** A family of the register. */
export class HouseholdRow {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @TextField(200, { min: 0 }) community!: string;
}

export const households = new Listing({
  row: HouseholdRow,
  name: 'households',
  from: 'households h',
  alias: 'h',
  columns: { code: 'h.code', name: 'h.name', community: 'h.community' },
  order: ['h.code'],
  filters: { community: 'h.community' },
});
