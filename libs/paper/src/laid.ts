import { encode } from 'uqr';
import type { Format } from './format.js';
import { MM } from './format.js';
import type { Broken, Pen, Style } from './pen.js';
import type { Check, Figure, Head, Line, Note, SheetPart, Section, Signatures, Table } from './sheet.js';

/** A part of a paper as it will stand there: how high it is, in points, and how it is drawn from its top. */
export type Laid = {
  readonly height: number;
  readonly draw: (y: number) => void;
  /** Whether it stands on the page of what follows it. */
  readonly keepsNext?: boolean;
  /** What is said again before it where it begins a page. */
  readonly again?: Laid;
};

/** Lays out the parts of papers of one format. */
export class Layout {
  private readonly left: number;
  private readonly width: number;

  constructor(
    private readonly pen: Pen,
    private readonly format: Format,
  ) {
    this.left = format.margin;
    this.width = format.width - 2 * format.margin;
  }

  /** Whether nothing stands beside anything else. */
  private get isNarrow(): boolean {
    return this.width < 3 * this.format.qr;
  }

  lay(part: SheetPart): readonly Laid[] {
    switch (part.is) {
      case 'head':
        return [this.head(part)];
      case 'figure':
        return [this.figure(part)];
      case 'section':
        return [this.section(part)];
      case 'line':
        return [this.line(part)];
      case 'note':
        return [this.note(part)];
      case 'table':
        return this.table(part);
      case 'signatures':
        return [this.signatures(part)];
    }
  }

  private style(
    face: Style['face'],
    size: 'text' | 'small' | 'section' | 'title' | 'figure',
    ink: Style['ink'],
  ): Style {
    return { face, size: this.format[size], ink };
  }

  /** Texts one under the other. */
  private stack(texts: readonly (readonly [string, Style])[], x: number, width: number): Laid {
    const broken = texts.map(([text, style]) => this.pen.break(text, width, style));
    return {
      height: heightOf(broken),
      draw: (y) => {
        let top = y;
        for (const text of broken) {
          this.pen.write(text, x, top);
          top += text.height;
        }
      },
    };
  }

  private head({ over, title, under }: Head): Laid {
    const texts = this.stack(
      [
        [over, this.style('bold', 'text', 'green')],
        [title, this.style('bold', 'title', 'ink')],
        ...under.map((text) => [text, this.style('regular', 'text', 'ink')] as const),
      ],
      this.left,
      this.width,
    );
    const gap = this.format.text;
    return {
      height: texts.height + gap,
      draw: (y) => {
        texts.draw(y);
        this.pen.rule(this.left, y + texts.height + gap * 0.4, this.width, 'green', 1.5);
      },
    };
  }

  private figure({ label, amount, note, check }: Figure): Laid {
    const gap = this.format.text * 0.6;
    const seal = check && this.seal(check);
    const isBeside = seal !== undefined && !this.isNarrow;
    const texts = this.stack(
      [
        [label, this.style('regular', 'text', 'soft')],
        [amount, this.style('bold', 'figure', 'green')],
        [note, this.style('regular', 'text', 'ink')],
      ],
      this.left,
      this.width - (isBeside ? this.format.qr + gap : 0),
    );
    const height = isBeside ? Math.max(texts.height, seal.height) : texts.height + (seal ? gap + seal.height : 0);
    return {
      height: height + 2 * gap,
      draw: (y) => {
        texts.draw(y + gap);
        seal?.draw(isBeside ? y + gap : y + 2 * gap + texts.height);
      },
    };
  }

  /** The QR, and under it the code that it stands for: at the right, or in the middle of a roll. */
  private seal({ address, code }: Check): Laid {
    const { pen, left, width } = this;
    const { qr } = this.format;
    const x = this.isNarrow ? left + (width - qr) / 2 : left + width - qr;
    const { data } = encode(address, { ecc: 'M', border: 0 });
    const words = this.stack([[code, this.style('bold', 'small', 'ink')]], x, qr);
    const gap = 3;
    return {
      height: qr + gap + words.height,
      draw: (y) => {
        pen.squares(data, x, y, qr);
        words.draw(y + qr + gap);
      },
    };
  }

  private section({ title }: Section): Laid {
    const gap = this.format.section * 0.7;
    const text = this.stack([[title, this.style('bold', 'section', 'green')]], this.left, this.width);
    return { height: gap + text.height + 2, draw: (y) => text.draw(y + gap), keepsNext: true };
  }

  private line({ label, amount, says, working, isSum }: Line): Laid {
    const { pen, left, width } = this;
    const bold = this.style('bold', 'text', isSum ? 'green' : 'ink');
    const figure = pen.break(amount, width, bold);
    const room = width - pen.widthOf(amount, bold) - this.format.text;
    const head = pen.break(label, room, bold);
    const texts = this.stack(
      [
        [says, this.style('regular', 'text', 'ink')],
        [working, this.style('regular', 'small', 'soft')],
      ],
      left,
      width * 0.86,
    );
    const gap = this.format.text * 0.45;
    return {
      height: head.height + texts.height + 2 * gap,
      draw: (y) => {
        pen.rule(left, y, width, isSum ? 'green' : 'rule');
        pen.write(head, left, y + gap);
        pen.writeTo(figure, left + width, y + gap);
        texts.draw(y + gap + head.height);
      },
    };
  }

  private note({ text, waits }: Note): Laid {
    const pad = waits ? this.format.text * 0.7 : 0;
    const gap = this.format.text * 0.5;
    const style = this.style('regular', 'text', 'ink');
    const words = this.stack([[text, style]], this.left + pad, this.width - 2 * pad);
    return {
      height: words.height + 2 * pad + 2 * gap,
      draw: (y) => {
        if (waits) this.pen.field(this.left, y + gap, this.width, words.height + 2 * pad, 'field');
        words.draw(y + gap + pad);
      },
    };
  }

  private table({ columns, rows, foot, rowHeight }: Table): readonly Laid[] {
    const all = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (this.width * share) / all);
    const row = (cells: readonly string[], style: Style, least: number, isRuled: boolean): Laid => {
      const pad = style.size * 0.35;
      const broken = cells.map((cell, i) => this.pen.break(cell, (widths[i] ?? 0) - style.size * 1.1, style));
      const height = Math.max(least, 2 * pad + Math.max(0, ...broken.map((cell) => cell.height)));
      return {
        height,
        draw: (y) => {
          let x = this.left;
          broken.forEach((cell, i) => {
            const width = widths[i] ?? 0;
            const top = y + pad;
            if (columns[i]?.isNumber)
              this.pen.writeTo(cell, x + width - (i === widths.length - 1 ? 0 : style.size * 1.1), top);
            else this.pen.write(cell, x, top);
            if (columns[i]?.isBox && least > 0) this.pen.box(x, y + 3, width, height - 6);
            x += width;
          });
          if (isRuled) this.pen.rule(this.left, y + height - 0.7, this.width);
        },
      };
    };
    const heads = columns.map(({ head }) => head);
    const head: Laid = { ...row(heads, this.style('bold', 'small', 'green'), 0, true), keepsNext: true };
    const body = rows.map((cells) => ({
      ...row(cells, this.style('regular', 'text', 'ink'), rowHeight * MM, true),
      again: head,
    }));
    const last = foot.length === 0 ? [] : [{ ...row(foot, this.style('bold', 'text', 'ink'), 0, false), again: head }];
    return [head, ...body, ...last];
  }

  private signatures({ of }: Signatures): Laid {
    const perRow = this.isNarrow ? 1 : 3;
    const each = this.width / perRow;
    const rows = Math.ceil(of.length / perRow);
    const room = 22 * MM;
    const style = this.style('regular', 'small', 'soft');
    return {
      height: rows * room,
      draw: (y) => {
        of.forEach((who, i) => {
          const [x, top] = [this.left + (i % perRow) * each, y + Math.floor(i / perRow) * room + room - 6 * MM];
          this.pen.rule(x, top, each - 12, 'ink');
          this.pen.write(this.pen.break(who, each - 12, style), x, top + 2);
        });
      },
    };
  }
}

const heightOf = (texts: readonly Broken[]): number => texts.reduce((sum, { height }) => sum + height, 0);
