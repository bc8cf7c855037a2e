/** The middle of several measurements, with the smallest and the largest. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** What a figure is held to. */
export type Goal = { readonly is: 'at least' | 'at most'; readonly limit: number };

/** One line of the page of figures. */
export type Figure = {
  readonly what: string;
  /** Undefined for what is measured without being promised. */
  readonly goal?: Goal;
  /** Such as `s`; the empty text for a ratio. */
  readonly unit: string;
  readonly digits: number;
  readonly measured: Spread;
  /** What was measured beside it, in words. */
  readonly beside?: string;
};

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/** The smallest value that is not below `share` of all. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const amountText = (value: number, { unit, digits }: Pick<Figure, 'unit' | 'digits'>): string =>
  `${value.toFixed(digits)}${unit === '' ? '' : ` ${unit}`}`;

export const goalText = (figure: Figure): string =>
  figure.goal ? `${figure.goal.is === 'at least' ? '≥' : '≤'} ${amountText(figure.goal.limit, figure)}` : '';

/** Whether the median meets the goal, or by how much of the goal it misses it. */
export function verdict({ goal, measured: { median } }: Figure): string {
  if (!goal) return '';
  const short = goal.is === 'at least' ? goal.limit - median : median - goal.limit;
  return short <= 0 ? 'met' : `missed by ${((short / goal.limit) * 100).toFixed(0)} %`;
}

export const spreadText = (figure: Figure): string => {
  const { median, min, max } = figure.measured;
  const middle = amountText(median, figure);
  return min === max ? middle : `${middle} (${min.toFixed(figure.digits)} to ${max.toFixed(figure.digits)})`;
};
