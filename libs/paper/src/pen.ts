import type PDFDocument from 'pdfkit';
import { FACES, type Face } from './fonts.js';

/** Colours of papers: printed in black alone each of them can still be read. */
export const INK = { ink: '#1d1f1e', soft: '#55595a', green: '#1f5a3c', field: '#fdf0d5', rule: '#c9c5bb' } as const;
export type Ink = keyof typeof INK;

/** How a text is written. */
export type Style = { readonly face: Face; readonly size: number; readonly ink: Ink };

/** A text broken into lines of a width, in points. */
export type Broken = { readonly lines: readonly string[]; readonly style: Style; readonly height: number };

const LINE_HEIGHT = 1.3;

/** Measures and writes on a document; what is to be written is broken once, measured by that, and put where it fits. */
export class Pen {
  private readonly widths = new Map<string, number>();

  constructor(private readonly document: InstanceType<typeof PDFDocument>) {}

  break(text: string, width: number, style: Style): Broken {
    const lines = text === '' ? [] : text.split('\n').flatMap((line) => this.wrap(line, width, style));
    return { lines, style, height: lines.length * style.size * LINE_HEIGHT };
  }

  write({ lines, style }: Broken, x: number, y: number): void {
    lines.forEach((line, i) => this.put(line, x, y + i * style.size * LINE_HEIGHT, style));
  }

  /** Writes lines that end at `right`. */
  writeTo({ lines, style }: Broken, right: number, y: number): void {
    lines.forEach((line, i) => {
      this.put(line, right - this.widthOf(line, style), y + i * style.size * LINE_HEIGHT, style);
    });
  }

  widthOf(text: string, style: Style): number {
    return text
      .split(' ')
      .reduce((sum, word, i) => sum + (i === 0 ? 0 : this.measure(' ', style)) + this.measure(word, style), 0);
  }

  rule(x: number, y: number, width: number, ink: Ink = 'rule', thickness = 0.7): void {
    this.document.rect(x, y, width, thickness).fill(INK[ink]);
  }

  field(x: number, y: number, width: number, height: number, ink: Ink): void {
    this.document.roundedRect(x, y, width, height, 4).fill(INK[ink]);
  }

  box(x: number, y: number, width: number, height: number): void {
    this.document.rect(x, y, width, height).lineWidth(0.7).stroke(INK.rule);
  }

  /** Black squares, `size` points across all of them. */
  squares(rows: readonly (readonly boolean[])[], x: number, y: number, size: number): void {
    const step = size / rows.length;
    rows.forEach((row, i) => {
      row.forEach((isBlack, j) => {
        if (isBlack) this.document.rect(x + j * step, y + i * step, step, step);
      });
    });
    this.document.fill('#000000');
  }

  /** Lets go of the words that were measured and drawn so far: PDFKit itself keeps them for good. */
  forget(): void {
    this.widths.clear();
    for (const face of FACES) {
      const drawn: unknown = Reflect.get(this.document.font(face), '_font');
      if (typeof drawn === 'object' && drawn !== null) Reflect.set(drawn, 'layoutCache', Object.create(null));
    }
  }

  private put(line: string, x: number, y: number, { face, size, ink }: Style): void {
    this.document.font(face).fontSize(size).fillColor(INK[ink]).text(line, x, y, { lineBreak: false });
  }

  /** Breaks at blanks; a word that is wider than the line is broken where the line ends. */
  private wrap(text: string, width: number, style: Style): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ').flatMap((whole) => this.pieces(whole, width, style))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line === '' || this.widthOf(longer, style) <= width) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  }

  private pieces(word: string, width: number, style: Style): string[] {
    if (this.measure(word, style) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const letter of word) {
      if (piece !== '' && this.measure(piece + letter, style) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += letter;
    }
    return [...pieces, piece];
  }

  private measure(word: string, { face, size }: Style): number {
    const key = `${face} ${word}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known * size;
    const width = this.document.font(face).fontSize(1).widthOfString(word);
    this.widths.set(key, width);
    return width * size;
  }
}
