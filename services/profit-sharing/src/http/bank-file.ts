import { StreamableFile } from '@nestjs/common';
import { BYTE_ORDER_MARK, csvLines, withoutFormula } from '@ayni/http/tables/csv';
import { disposition } from '@ayni/http/tables/file-name';
import { MEDIA } from '@ayni/http/tables/table-query';
import { SEPARATORS, type Encoding } from '../domain/payouts/bank-template.js';
import type { BankFile } from '../use-cases/write-bank-file/write-bank-file.query.js';

/** The file for a bank, in the bytes that its template names. */
export function bankFile({ payout, template, lines }: BankFile, title: string): StreamableFile {
  const headings = template.withHeadings ? [template.columns.map(({ heading }) => withoutFormula(heading))] : [];
  const rows = lines.map((cells) => cells.map(({ text, isNumber }) => (isNumber ? text : withoutFormula(text))));
  const { encoding } = template;
  return new StreamableFile(encoded(csvLines([...headings, ...rows], SEPARATORS[template.separator]), encoding), {
    type: `${MEDIA.csv}; charset=${encoding === 'latin-1' ? 'iso-8859-1' : 'utf-8'}`,
    disposition: disposition(title, [payout.toLowerCase().replace(/[^a-z0-9-]+/g, '-')], 'csv'),
  });
}

function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'latin-1') return Buffer.from(inLatin1(text), 'latin1');
  return Buffer.from(encoding === 'utf-8-marked' ? BYTE_ORDER_MARK + text : text);
}

/** A letter that Latin-1 lacks goes without its marks, such as g for g̃; where that does not help, a question mark says so. */
const inLatin1 = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\P{M}\p{M}*/gu, (letter) => (isLatin1(letter) ? letter : letter.normalize('NFD').replace(/\p{M}+/gu, '')))
    .replace(/./gsu, (sign) => (isLatin1(sign) ? sign : '?'));

const isLatin1 = (letter: string): boolean => [...letter].every((sign) => (sign.codePointAt(0) ?? 0) <= 0xff);
