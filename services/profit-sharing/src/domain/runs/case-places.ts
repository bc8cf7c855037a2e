import type { Case, RuleSet } from '@ayni/distribution';
import { formatAmount, readAmount } from '@ayni/kernel';

/** The rules with their amounts written in other places. @throws Error where one is no amount of so many */
export function rulesIn(ruleSet: RuleSet, places: number): RuleSet {
  const text = textIn(places);
  const { cashUnit, steps } = ruleSet;
  return {
    ...ruleSet,
    steps: steps.map((step) =>
      step.kind === 'fund' && typeof step.cap === 'string' ? { ...step, cap: text(step.cap) } : step,
    ),
    ...(cashUnit === undefined ? {} : { cashUnit: text(cashUnit) }),
  };
}

/**
 * A case document with all of its amounts written in other places, as the same books say it after their places were
 * changed. @throws Error where one is no amount of so many
 * @param written how many places they have in the document
 */
export function caseIn(document: Case, written: number, places: number): Case {
  if (written === places) return document;
  const text = textIn(places);
  const { ruleSet, books, members, households } = document;
  const { revenue, deliveries, ownExpenses, priorLosses, funds = {}, balances = {} } = books;
  return {
    ...document,
    ruleSet: rulesIn(ruleSet, places),
    books: {
      revenue: text(revenue),
      deliveries: text(deliveries),
      ownExpenses: text(ownExpenses),
      ...(priorLosses === undefined ? {} : { priorLosses: text(priorLosses) }),
      funds: mapped(funds, (fund) => mapped(fund, text)),
      balances: mapped(balances, text),
    },
    members: members.map(({ weights = {}, debts, ...member }) => ({
      ...member,
      weights: mapped(weights, (weight, basis) =>
        basis === 'value-delivered' ? readAmount(formatAmount(BigInt(weight), written), places).toString() : weight,
      ),
      ...(debts === undefined ? {} : { debts: debts.map((debt) => ({ ...debt, amount: text(debt.amount) })) }),
    })),
    ...(households === undefined
      ? {}
      : {
          households: households.map(({ carried, ...household }) => ({
            ...household,
            ...(carried === undefined ? {} : { carried: text(carried) }),
          })),
        }),
  };
}

const textIn =
  (places: number) =>
  (amount: string): string =>
    formatAmount(readAmount(amount, places), places);

/** An object of the same names with other values; names that hold nothing are left out. */
function mapped<Value, Made>(
  values: Readonly<Record<string, Value | undefined>>,
  make: (value: Value, name: string) => Made,
): Record<string, Made> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, make(value, name)]])),
  );
}
