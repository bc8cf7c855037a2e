import { AnyQuantityField, CodeField, OneOfField, TextField } from '@ayni/http/fields';
import { STRUCTURE_KINDS, type StructureKind } from '../../domain/structure.js';
import { Listing } from '@ayni/http/listing';

/** Where produce comes from. */
export class StructureRow {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @OneOfField(STRUCTURE_KINDS) kind!: StructureKind;
  @AnyQuantityField({ description: 'square metres' }) areaM2!: string;
}

export const structures = new Listing({
  row: StructureRow,
  name: 'structures',
  from: 'structures s',
  alias: 's',
  columns: { code: 's.code', name: 's.name', kind: 's.kind', areaM2: 's.area_m2' },
  order: ['s.code'],
});
