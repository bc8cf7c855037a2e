import { structureChanged } from '@ayni/contracts';
import { declareRegistered } from '@ayni/facts/registered/registered-store';
import { sentClass } from '@ayni/facts/sent-class';
import { AnyQuantityField, CodeField, OneOfField, TextField } from '@ayni/http/fields';
import { STRUCTURE_KINDS, type StructureKind } from '../domain/structure.js';

/** Where produce comes from. */
export class Structure {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @OneOfField(STRUCTURE_KINDS) kind!: StructureKind;
  @AnyQuantityField({ description: 'square metres; 0 where nobody measured' }) areaM2!: string;
}

/** A structure as it is entered. */
export class SentStructure extends sentClass(Structure, [], { areaM2: '0' }) {}

export const structures = declareRegistered({
  kind: 'structure',
  table: 'structures',
  row: Structure,
  correctable: ['name', 'kind', 'areaM2'],
  changed: { event: structureChanged, tells: (structure) => structure },
});
