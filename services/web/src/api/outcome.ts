import { fieldOf } from '@ayni/kernel';

/** The figures of shares that were worked out, as pages show them; amounts are decimal texts. */
export type Outcome = {
  readonly result: string;
  readonly lossesCovered: string;
  readonly pool: string;
  readonly funds: readonly { readonly fund: string; readonly amount: string; readonly balance: string }[];
  readonly bases: readonly { readonly basis: string; readonly pool: string; readonly totalWeight: string }[];
  /** Where the season made a loss: how much, and what of it no fund bore. */
  readonly loss: { readonly amount: string; readonly forward: string } | null;
  readonly households: readonly {
    readonly household: string;
    readonly net: string;
    readonly paid: string;
    readonly carried: string;
  }[];
  readonly totals: {
    readonly shares: string;
    readonly retained: string;
    readonly offset: string;
    readonly net: string;
    readonly paid: string;
    readonly carried: string;
  };
  /** Their numbers. */
  readonly members: readonly string[];
  /** How many steps the rules took before the members. */
  readonly steps: number;
};

/** Reads an outcome document, which the API's document leaves open. */
export function outcomeOf(document: unknown): Outcome {
  const loss = fieldOf(document, 'loss');
  const totals = fieldOf(document, 'totals');
  return {
    ...textsOf(document, 'result', 'lossesCovered', 'pool'),
    funds: rowsOf(document, 'funds').map((row) => textsOf(row, 'fund', 'amount', 'balance')),
    bases: rowsOf(document, 'bases').map((row) => textsOf(row, 'basis', 'pool', 'totalWeight')),
    loss: loss === null ? null : textsOf(loss, 'amount', 'forward'),
    households: rowsOf(document, 'households').map((row) => textsOf(row, 'household', 'net', 'paid', 'carried')),
    totals: textsOf(totals, 'shares', 'retained', 'offset', 'net', 'paid', 'carried'),
    members: rowsOf(document, 'members').map((row) => textsOf(row, 'member').member),
    steps: rowsOf(document, 'steps').length,
  };
}

function textsOf<Name extends string>(document: unknown, ...names: readonly Name[]): Readonly<Record<Name, string>> {
  const entries = names.map((name) => [name, String(fieldOf(document, name) ?? '')]);
  // one entry for each name
  return Object.fromEntries(entries) as Record<Name, string>;
}

function rowsOf(document: unknown, name: string): readonly unknown[] {
  const rows = fieldOf(document, name);
  return Array.isArray(rows) ? rows : [];
}
