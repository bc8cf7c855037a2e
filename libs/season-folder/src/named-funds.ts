/** A fund that rules name, and where in them. */
export type FundName = { readonly fund: string; readonly place: readonly string[] };

type Fields = Readonly<Record<string, unknown>>;

/** The funds that rules in the words of the case document name, in their order; what is no such rules names none. */
export function fundsNamedIn({ steps, lossOrder }: Fields): FundName[] {
  return [
    ...listOf(steps).flatMap((step, i) => {
      const { fund, excessTo } = fieldsOf(step);
      return [
        ...named(fund, ['steps', String(i), 'fund']),
        ...listOf(excessTo).flatMap((other, j) => named(other, ['steps', String(i), 'excessTo', String(j)])),
      ];
    }),
    ...listOf(lossOrder).flatMap((entry, i) => named(fieldsOf(entry)['fund'], ['lossOrder', String(i), 'fund'])),
  ];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const named = (fund: unknown, place: readonly string[]): FundName[] =>
  typeof fund === 'string' ? [{ fund, place }] : [];
