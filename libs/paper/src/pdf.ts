import type { Language } from '@ayni/kernel';
import { FACES, facesOf } from './fonts.js';
import type { Format } from './format.js';
import { Layout, type Laid } from './laid.js';
import { Pen, type Style } from './pen.js';
import type { Sheet } from './sheet.js';

export type PdfOptions = {
  readonly format: Format;
  readonly title: string;
  readonly language: Language;
  /** When what is printed was settled: a clock would make other bytes of the same paper each time. */
  readonly settledAt: Date;
};

/**
 * Papers as one PDF, sent as they come: each sheet begins a page. The same sheets give the same bytes. Fonts are embedded,
 * with the letters that are used.
 */
export async function* pdfOf(
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  { format, title, language, settledAt }: PdfOptions,
): AsyncGenerator<Uint8Array, void> {
  // what draws takes memory: a laptop of which nobody wants a paper goes without
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    ...{ autoFirstPage: false, lang: language, displayTitle: true, pdfVersion: '1.7' },
    info: { Title: title, Producer: 'Ayni', Creator: 'Ayni', CreationDate: settledAt },
  });
  const faces = facesOf();
  for (const face of FACES) document.registerFont(face, faces[face]);
  const pen = new Pen(document);
  const layout = new Layout(pen, format);
  const small: Style = { face: 'regular', size: 8, ink: 'soft' };
  const { margin, width } = format;

  const print = (sheet: Sheet): void => {
    const laid = sheet.parts.flatMap((part) => layout.lay(part));
    const pages = format.height === undefined ? [laid] : pagesOf(laid, format.height - 2 * margin - FOOT);
    // PDFKit keeps the dictionary of each page for good: once it is written only its number is needed
    const drawn: object[] = [];
    pages.forEach((page, i) => {
      const height = format.height ?? page.reduce((sum, part) => sum + part.height, 2 * margin);
      document.addPage({ size: [width, height], margin: 0 });
      const dictionary: unknown = Reflect.get(document.page, 'dictionary');
      if (typeof dictionary === 'object' && dictionary !== null) drawn.push(dictionary);
      let y = margin;
      for (const part of page) {
        part.draw(y);
        y += part.height;
      }
      if (format.height === undefined) return;
      const top = height - margin;
      pen.write(pen.break(sheet.foot, width - 2 * margin - FOOT_NUMBER, small), margin, top);
      pen.writeTo(pen.break(PAGE_OF[language](i + 1, pages.length), FOOT_NUMBER, small), width - margin, top);
    });
    document.flushPages();
    for (const page of drawn) Reflect.set(page, 'data', {});
  };
  let count = 0;
  for await (const sheet of sheets) {
    print(sheet);
    count += 1;
    if (count % REMEMBERED === 0) pen.forget();
    yield* taken(document);
  }
  document.end();
  yield* taken(document);
}

/** After so many sheets the words of those before are forgotten: each has figures of its own, and all of them fill the memory. */
const REMEMBERED = 50;

/** The number of a page, as the foot says it. */
const PAGE_OF: Readonly<Record<Language, (page: number, pages: number) => string>> = {
  es: (page, pages) => `hoja ${page} de ${pages}`,
  en: (page, pages) => `page ${page} of ${pages}`,
};

/** Room above the foot, and for the number at its right. */
const FOOT = 14;
const FOOT_NUMBER = 70;

/** What the document has written so far. */
function* taken(document: { read(): unknown }): Generator<Uint8Array> {
  for (let part = document.read(); part instanceof Uint8Array; part = document.read()) yield part;
}

/** Which parts stand on which page: none is cut, and a heading stands with what follows it. */
function pagesOf(parts: readonly Laid[], room: number): Laid[][] {
  const pages: Laid[][] = [];
  let page: Laid[] = [];
  let used = 0;
  const turn = (): void => {
    pages.push(page);
    page = [];
    used = 0;
  };
  parts.forEach((part, i) => {
    const next = part.keepsNext ? (parts[i + 1]?.height ?? 0) : 0;
    if (page.length > 0 && used + part.height + next > room) turn();
    const again = page.length === 0 ? part.again : undefined;
    for (const each of again ? [again, part] : [part]) {
      page.push(each);
      used += each.height;
    }
  });
  return page.length === 0 ? pages : [...pages, page];
}
