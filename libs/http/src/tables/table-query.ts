import { Refusal } from '@ayni/kernel';
import { OneOfField } from '../fields.js';

/** The forms in which lists and totals are answered, and how HTTP names them. */
export const MEDIA = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type Format = keyof typeof MEDIA;

export const FORMATS = ['json', 'csv', 'xlsx'] as const satisfies readonly Format[];

/** What every list and every total can be asked for. */
export class TableQuery {
  @OneOfField(FORMATS, { optional: true, description: '`csv` or `xlsx` for all of it as a table' })
  format?: Format;

  @OneOfField(['labels', 'names'], {
    optional: true,
    description: 'of a table: `names` heads its columns with the names of the fields, for programs',
  })
  headers?: 'labels' | 'names';

  @OneOfField(['true', 'false'], { optional: true, description: 'of a CSV: whether it begins with a byte order mark' })
  bom?: string;
}

/** @throws Refusal `bad-field` where something is asked that this form has not */
export function refuseOfOtherForm(format: Format, { headers, bom }: TableQuery): void {
  if (headers !== undefined && format === 'json') throw new Refusal('bad-field', '/headers', { detail: 'of-tables' });
  if (bom !== undefined && format !== 'csv') throw new Refusal('bad-field', '/bom', { detail: 'of-csv' });
}
