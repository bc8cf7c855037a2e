import { Table } from './table.js';
import './chart.css';

/** A part of a picture: what it is, how large beside the others, and its figure in words. */
export type Slice = {
  readonly key: string;
  readonly label: string;
  /** Beside the others; nothing below zero is drawn. */
  readonly size: number;
  readonly figure: string;
};

const FULL = 100;
/** So many tones tell parts that stand side by side apart. */
const TONES = 6;

/** The tone of the part at a place among others. */
export const toneOf = (index: number): string => `tone-${index % TONES}`;

/** A number of an amount, for drawing only. */
export const sizeOf = (amount: string): number => Math.max(0, Number(amount));

/** A table whose rows are drawn as bars, so that who would rather look than read sees which is larger. */
export function Bars({
  caption,
  heads,
  parts,
  toned = false,
}: {
  caption: string;
  /** Over what it is, and over its figure. */
  heads: readonly [what: string, figure: string];
  parts: readonly Slice[];
  /** Each row in the tone that it has in the bar of the whole. */
  toned?: boolean;
}) {
  const largest = Math.max(...parts.map(({ size }) => size), Number.MIN_VALUE);
  const rows = parts.map((part, index) => ({ ...part, tone: toned ? toneOf(index) : toneOf(0) }));
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          head: heads[0],
          cell: ({ label, size, tone }) => (
            <span className="bar-line">
              {label}
              <svg className="bar" viewBox={`0 0 ${FULL} 12`} preserveAspectRatio="none" aria-hidden="true">
                <rect className={tone} width={(size / largest) * FULL} height="12" />
              </svg>
            </span>
          ),
        },
        { head: heads[1], cell: ({ figure }) => figure, number: true },
      ]}
    />
  );
}

/** Parts of one whole: a bar that is all of it, and each part with its own below. */
export function Whole(props: {
  caption: string;
  heads: readonly [what: string, figure: string];
  parts: readonly Slice[];
}) {
  const { caption, parts } = props;
  const all = parts.reduce((sum, { size }) => sum + size, 0) || 1;
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { size }) => sum + size, 0));
  return (
    <div className="stack small">
      <svg className="whole" viewBox={`0 0 ${FULL} 10`} preserveAspectRatio="none" role="img" aria-label={caption}>
        {parts.map(({ key, size }, index) => (
          <rect
            key={key}
            className={toneOf(index)}
            x={((starts[index] ?? 0) / all) * FULL}
            width={(size / all) * FULL}
            height="10"
          />
        ))}
      </svg>
      <Bars {...props} toned />
    </div>
  );
}

const STEP = 10;
const GAP = 2;

/** What comes one after the other, as columns from left to right; its table can be opened beneath. */
export function Columns({
  caption,
  heads,
  parts,
  open,
}: {
  caption: string;
  heads: readonly [what: string, figure: string];
  /** Each with what it is made of, one upon the other, where that is known. */
  parts: readonly (Slice & { readonly layers?: readonly (Slice & { readonly tone: string })[] })[];
  /** What opens the table. */
  open: string;
}) {
  const largest = Math.max(...parts.map(({ size }) => size), Number.MIN_VALUE);
  return (
    <figure className="stack small">
      <figcaption>{caption}</figcaption>
      <svg
        className="columns"
        viewBox={`0 0 ${Math.max(parts.length, 1) * STEP} ${FULL}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={caption}
      >
        {parts.map((part, index) => {
          const layers = part.layers ?? [{ ...part, tone: toneOf(0) }];
          return layers.map(({ key, label, size, figure, tone }, above) => {
            const height = (size / largest) * FULL;
            const beneath = layers.slice(0, above).reduce((sum, layer) => sum + layer.size, 0);
            return (
              <rect
                key={`${part.key} ${key}`}
                className={tone}
                x={index * STEP + GAP / 2}
                y={FULL - height - (beneath / largest) * FULL}
                width={STEP - GAP}
                height={height}
              >
                <title>{label === part.label ? `${label}: ${figure}` : `${part.label}, ${label}: ${figure}`}</title>
              </rect>
            );
          });
        })}
      </svg>
      <div className="columns-ends soft">
        <span>{parts[0]?.label}</span>
        <span>{parts.length > 1 ? parts.at(-1)?.label : null}</span>
      </div>
      <details>
        <summary>{open}</summary>
        <Table
          caption={caption}
          rows={parts}
          keyOf={({ key }) => key}
          columns={[
            { head: heads[0], cell: ({ label }) => label },
            { head: heads[1], cell: ({ figure }) => figure, number: true },
          ]}
        />
      </details>
    </figure>
  );
}
