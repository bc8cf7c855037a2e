import { amountsOf, writePercent, type WriteAmount } from './amount.js';
import { canonicalParts, TextList, type CanonicalPart } from './canonical-json.js';
import type { ReadCase } from './case.js';
import { commonFigures, type WorkedCase } from './outcome.js';
import type { Rules, Step } from './rule-set.js';
import { caseHouseholdText, caseMemberText, householdText, memberText } from './sealed-texts.js';

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits; whoever calls brings it. */
export type Sha256 = (text: string) => string;

/**
 * What a fingerprint seals, in parts: the canonical JSON of `{ "case", "outcome" }`. What may be left out is
 * filled in, amounts have the currency's places and percents two, and what changes nothing stands nowhere; so two documents that say
 * the same have the same fingerprint, in whatever order their records came.
 */
export function* sealedText(worked: WorkedCase): Generator<string> {
  for (const { text } of sealedParts(worked)) yield text;
}

/** The same, of whose parts one can tell what is said of each member and household. */
export const sealedParts = (worked: WorkedCase): Iterable<CanonicalPart> =>
  canonicalParts({
    case: writeCase(worked.case),
    outcome: {
      ...commonFigures(worked),
      members: new TextList(worked.settlements, memberText(worked)),
      households: new TextList(worked.payouts, householdText(worked)),
    },
  });

/** The fingerprint by the SHA-256 of {@link sealedText}. */
export const fingerprintOf = (digest: string): string => `sha256:${digest}`;

function writeCase(read: ReadCase) {
  const { currency, places, rules, books, members, households } = read;
  const writeAmount = amountsOf(places);
  return {
    currency,
    ruleSet: writeRules(rules, writeAmount),
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
    members: new TextList(members, caseMemberText(read)),
    households: new TextList(households, caseHouseholdText(read)),
  };
}

function writeRules(rules: Rules, writeAmount: WriteAmount) {
  return {
    code: rules.code,
    steps: rules.steps.map((step) => writeStep(step, writeAmount)),
    lossOrder: rules.lossOrder.map(({ fund, atMost }) => ({ fund, atMostPercent: writePercent(atMost) })),
    bases: rules.bases.map(({ basis, percent, maxPerMember }) => ({
      basis,
      percent: writePercent(percent),
      ...(maxPerMember === null ? {} : { maxPerMember: maxPerMember.toString() }),
    })),
    retainPercent: writePercent(rules.retain),
    offsets: { order: rules.offsetOrder, keepPercent: writePercent(rules.keep) },
    cashUnit: writeAmount(rules.cashUnit),
  };
}

function writeStep(step: Step, writeAmount: WriteAmount) {
  if (step.kind !== 'fund') return step;
  const { cap, ...rest } = step;
  const written = { ...rest, percent: writePercent(step.percent) };
  if (!cap) return written;
  return {
    ...written,
    cap: 'amount' in cap ? writeAmount(cap.amount) : { ...cap, percent: writePercent(cap.percent) },
  };
}
