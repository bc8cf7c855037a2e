import type { ItemOf } from './use-list.js';
import { useWhole } from './use-whole.js';

const all = { query: { retired: 'true' } } as const;
/** Whoever notes something in a field without a line chooses from them. */
const kept = { kept: true } as const;

/** What there is of a register: those in use, to choose from, all of them, and what any of them is called, by its code. */
export type Names<Row> = {
  readonly rows: readonly Row[];
  /** The same, as fields and filters take them. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly all: readonly Row[];
  readonly nameOf: (code: string) => string;
};

/** A code stands for itself until the names are there. */
const called = <Row extends { readonly code: string; readonly name: string }>(
  rows: readonly Row[] = [],
  isOffered: (row: Row) => boolean,
): Names<Row> => {
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const offered = rows.filter(isOffered);
  const choices = offered.map(({ code, name }) => ({ value: code, label: name }));
  return { rows: offered, choices, all: rows, nameOf: (code) => names.get(code) ?? code };
};

const isInUse = ({ retiredOn }: { readonly retiredOn: string | null }): boolean => retiredOn === null;

/** Not asked yet, where `when` is false. */
type Wanted = { readonly when?: boolean };

/** Products; a retired one still has its name. */
export function useProducts(options: Wanted = {}): Names<ItemOf<'GET /api/inventory/v1/products'>> {
  return called(useWhole('GET /api/inventory/v1/products', all, { ...options, ...kept }).data?.value, isInUse);
}

/** Greenhouses, plots and pens. */
export function useStructures(options: Wanted = {}): Names<ItemOf<'GET /api/production/v1/structures'>> {
  return called(useWhole('GET /api/production/v1/structures', all, { ...options, ...kept }).data?.value, isInUse);
}

/** Families. */
export function useHouseholds(options: Wanted = {}): Names<ItemOf<'GET /api/members/v1/households'>> {
  return called(useWhole('GET /api/members/v1/households', all, { ...options, ...kept }).data?.value, isInUse);
}

/** Members, by their numbers; those who left are no longer offered. */
export function useMembers(options: Wanted = {}): Names<{ readonly code: string; readonly name: string }> {
  const register = useWhole('GET /api/members/v1/members', {}, { ...options, ...kept }).data?.value;
  const people = (register ?? []).flatMap((member) =>
    'surnames' in member
      ? [{ code: member.number, name: `${member.givenNames} ${member.surnames}`, left: member.leftOn !== null }]
      : [],
  );
  return called(people, ({ left }) => !left);
}

/** By what a product can be measured; and what the store counts it in, where that is all, since it has no units of its own. */
export type Units = { readonly names: readonly string[]; readonly only: 'g' | 'piece' | undefined };

/** The units of a product that can be chosen. All are read together: a field has no line to ask for those of one. */
export function useUnits(product: string): Units {
  const units = useWhole('GET /api/inventory/v1/units', {}, kept).data?.value;
  const counted = useProducts({ when: product !== '' }).all.find(({ code }) => code === product)?.stockUnit;
  const own = (units ?? []).filter((row) => row.product === product && isInUse(row)).map(({ unit }) => unit);
  const names = [...new Set(counted === undefined ? own : [...own, counted])];
  return { names, only: units === undefined || own.some((unit) => unit !== counted) ? undefined : counted };
}

/** Has at hand what is chosen from where something is noted, before there is no line to ask for it. */
export function useNamesAhead(isWanted: boolean): void {
  const when = { when: isWanted };
  useProducts(when);
  useStructures(when);
  useMembers(when);
  useWhole('GET /api/inventory/v1/units', {}, { ...when, ...kept });
}
