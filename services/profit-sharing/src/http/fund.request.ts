import { CodeField, TextField } from '@ayni/http/fields';

/** A fund as the treasurer registers it. */
export class FundRequest {
  @CodeField({ description: 'by which rules name it' })
  code!: string;

  @TextField(120, { description: 'in Spanish' })
  nameEs!: string;

  @TextField(120, { optional: true, description: 'in English; the Spanish one where it is left out' })
  nameEn?: string;

  @TextField(200, {
    optional: true,
    min: 0,
    description: 'what its law calls it, such as the article that asks for it',
  })
  legalName?: string;
}
