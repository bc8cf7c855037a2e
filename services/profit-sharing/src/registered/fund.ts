import { declareRegistered } from '@ayni/facts/registered/registered-store';
import { sentClass } from '@ayni/facts/sent-class';
import { CodeField, TextField } from '@ayni/http/fields';

/** What assemblies put surpluses into. */
export class Fund {
  @CodeField({ description: 'by which rules name it' }) code!: string;
  @TextField(120, { description: 'in Spanish' }) nameEs!: string;
  @TextField(120, { description: 'in English' }) nameEn!: string;
  @TextField(200, { min: 0, description: 'what its law calls it; empty where no law asks for it' }) legalName!: string;
}

/** A fund as it is registered. */
export class SentFund extends sentClass(Fund, ['nameEn', 'legalName']) {
  @TextField(120, { optional: true, description: 'in English; the Spanish one where it is left out' })
  nameEn?: string | null;

  @TextField(200, {
    optional: true,
    min: 0,
    description: 'what its law calls it, such as the article that asks for it',
  })
  legalName?: string | null;
}

export const funds = declareRegistered({
  kind: 'fund',
  table: 'funds',
  row: Fund,
  correctable: ['nameEs', 'nameEn', 'legalName'],
});
