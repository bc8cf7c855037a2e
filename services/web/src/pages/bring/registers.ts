import { nameKey } from '@ayni/kernel';
import { plain } from '@ayni/spreadsheets';
import { useHouseholds, useMembers, useProducts, useStructures, type Names } from '../../hooks/use-names.js';
import type { BroughtColumn, Cells, Named } from './kind.js';

type Register = Names<{ readonly code: string; readonly name: string }>;

/** The registers that some columns name. */
export type Registers = Readonly<Record<Named, Register>>;

/** Asks for the registers that some columns name. */
export function useRegisters(columns: readonly BroughtColumn[]): Registers {
  const isNamed = (register: Named): { readonly when: boolean } => ({
    when: columns.some(({ names }) => names === register),
  });
  return {
    household: useHouseholds(isNamed('household')),
    member: useMembers(isNamed('member')),
    product: useProducts(isNamed('product')),
    structure: useStructures(isNamed('structure')),
  };
}

/** The codes of what is called so: of what is in use, else of what was. None where a code is said. */
export function codesOf({ rows, all }: Register, said: string): readonly string[] {
  if (all.some(({ code }) => nameKey(code) === nameKey(said))) return [];
  const called = (register: Register['rows']): readonly string[] =>
    register.filter(({ name }) => isSameName(name, said)).map(({ code }) => code);
  const inUse = called(rows);
  return inUse.length > 0 ? inUse : called(all);
}

/** A row with the code of whatever it names. Where several are called so the name stays. */
export const withCodesOfNames = (cells: Cells, columns: readonly BroughtColumn[], registers: Registers): Cells => ({
  ...cells,
  ...Object.fromEntries(
    columns.flatMap(({ name, names }) => {
      const said = cells[name];
      if (names === undefined || said === undefined) return [];
      const [code, ...others] = codesOf(registers[names], said);
      return code === undefined || others.length > 0 ? [] : [[name, code]];
    }),
  ),
});

/** Whether two say the same names, in whatever order. */
const isSameName = (one: string, other: string): boolean =>
  plain(one).split(' ').sort().join(' ') === plain(other).split(' ').sort().join(' ');
