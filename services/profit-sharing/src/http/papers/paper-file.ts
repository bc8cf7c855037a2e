import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Language } from '@ayni/kernel';
import { disposition } from '@ayni/http/tables/file-name';
import { MEDIA } from '@ayni/http/tables/table-query';
import { A4, ROLL, type Format } from '@ayni/paper/format';
import { pdfOf } from '@ayni/paper/pdf';
import type { Sheet } from '@ayni/paper/sheet';

/** What a paper is printed on. */
export const PRINTED = ['pdf', 'roll'] as const;
export type Printed = (typeof PRINTED)[number];

const ON: Readonly<Record<Printed, Format>> = { pdf: A4, roll: ROLL };

type Sheets = AsyncIterable<Sheet> | Iterable<Sheet>;

/** Which paper, and when what it says was settled. */
export type PaperFile = {
  readonly title: string;
  readonly on: Printed;
  readonly language: Language;
  readonly settledAt: string;
};

/** Papers as a PDF, its bytes as they come. */
export const printed = (sheets: Sheets, { title, on, language, settledAt }: PaperFile): Readable =>
  Readable.from(
    pdfOf(sheets, {
      ...{ format: ON[on], title, language, settledAt: new Date(settledAt) },
    }),
  );

/** A PDF to be saved or printed, never shown as a page of ours. */
export const pdfFile = (stream: Readable, title: string): StreamableFile =>
  new StreamableFile(stream, { type: 'application/pdf', disposition: disposition(title, [], 'pdf') });

/** A text to be sent on as a message. */
export const textFile = (text: string): StreamableFile =>
  new StreamableFile(Buffer.from(text), { type: 'text/plain; charset=utf-8' });

export const workbookFile = (workbook: Uint8Array, title: string): StreamableFile =>
  new StreamableFile(workbook, { type: MEDIA.xlsx, disposition: disposition(title, [], 'xlsx') });
