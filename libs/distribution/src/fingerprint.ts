import { writeAmount } from './amount.js';
import { canonicalJson } from './canonical-json.js';
import type { ReadCase } from './case.js';
import type { Figures } from './outcome.js';
import type { Rules, Step } from './rule-set.js';

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits; whoever calls brings it. */
export type Sha256 = (text: string) => string;

/**
 * Seals a case and its figures: SHA-256 over the canonical JSON of `{ "case", "outcome" }`. What may be left out is
 * filled in, amounts and percents have two places, and what changes nothing stands nowhere; so two documents that say
 * the same have the same fingerprint, in whatever order their records came.
 */
export function fingerprint(read: ReadCase, figures: Figures, sha256: Sha256): string {
  return `sha256:${sha256(canonicalJson({ case: writeCase(read), outcome: figures }))}`;
}

function writeCase({ currency, rules, books, members, households }: ReadCase) {
  return {
    currency,
    ruleSet: writeRules(rules),
    books: {
      revenue: writeAmount(books.revenue),
      deliveries: writeAmount(books.deliveries),
      ownExpenses: writeAmount(books.ownExpenses),
      priorLosses: writeAmount(books.priorLosses),
      funds: Object.fromEntries(
        [...books.funds]
          .filter(([, { balance, owed }]) => balance > 0n || owed > 0n) // one that is left out has 0 as well
          .map(([fund, { balance, owed }]) => [fund, { balance: writeAmount(balance), owed: writeAmount(owed) }]),
      ),
      balances: Object.fromEntries(
        [...books.balances].filter(([, amount]) => amount > 0n).map(([name, amount]) => [name, writeAmount(amount)]),
      ),
    },
    members: members.map(({ member, household, tiesWon, weights, debts }) => ({
      member,
      household,
      tiesWon,
      weights: Object.fromEntries(rules.bases.map(({ basis }, i) => [basis, (weights[i] ?? 0n).toString()])),
      debts: debts.map((debt) => ({ ...debt, amount: writeAmount(debt.amount) })),
    })),
    households: households.map((each) => ({ ...each, carried: writeAmount(each.carried) })),
  };
}

function writeRules(rules: Rules) {
  return {
    code: rules.code,
    steps: rules.steps.map(writeStep),
    lossOrder: rules.lossOrder.map(({ fund, atMost }) => ({ fund, atMostPercent: writeAmount(atMost) })),
    bases: rules.bases.map(({ basis, percent, maxPerMember }) => ({
      basis,
      percent: writeAmount(percent),
      ...(maxPerMember === null ? {} : { maxPerMember: maxPerMember.toString() }),
    })),
    retainPercent: writeAmount(rules.retain),
    offsets: { order: rules.offsetOrder, keepPercent: writeAmount(rules.keep) },
    cashUnit: writeAmount(rules.cashUnit),
  };
}

function writeStep(step: Step) {
  if (step.kind !== 'fund') return step;
  const { cap, ...rest } = step;
  const written = { ...rest, percent: writeAmount(step.percent) };
  if (!cap) return written;
  return { ...written, cap: 'amount' in cap ? writeAmount(cap.amount) : { ...cap, percent: writeAmount(cap.percent) } };
}
