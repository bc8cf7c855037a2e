import { CodeField, TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';

/** A fund of the co-op, with its names. */
export class FundRow {
  @CodeField({ description: 'by which rules name it' }) code!: string;
  @TextField(120, { description: 'in Spanish' }) nameEs!: string;
  @TextField(120, { description: 'in English' }) nameEn!: string;
  @TextField(200, { min: 0, description: 'what its law calls it; empty where no law asks for it' }) legalName!: string;
}

/** Funds by their codes. */
export const funds = new Listing({
  row: FundRow,
  name: 'funds',
  from: 'funds f',
  alias: 'f',
  columns: { code: 'f.code', nameEs: 'f.name_es', nameEn: 'f.name_en', legalName: 'f.legal_name' },
  order: ['f.code'],
});
