import { readCase, readForRules, type PlacesOf, type ReadCase } from './case.js';
import { fingerprintOf, sealedText, type Sha256 } from './fingerprint.js';
import { applySteps, bearLoss } from './funds.js';
import { payHouseholds } from './households.js';
import { settle } from './offsets.js';
import { writeFigures, writeOutcome, type Figures, type Outcome, type WorkedCase } from './outcome.js';
import { isRefused, type RefusedCase } from './refused-case.js';
import { shareOut } from './shares.js';

/**
 * Works a case document out: from the season's books to the funds and the members' pool, from the pool to the members'
 * shares and the households' payments. The same case has the same outcome, on any machine, at any time.
 */
export function distribute(caseDocument: unknown, sha256: Sha256, placesOf: PlacesOf): Outcome | RefusedCase {
  const worked = workOut(caseDocument, placesOf);
  return isRefused(worked) ? worked : outcomeOf(worked, sha256);
}

/** The whole outcome of a case that was worked out. */
export const outcomeOf = (worked: WorkedCase, sha256: Sha256): Outcome =>
  writeOutcome(worked, fingerprintOf(sha256([...sealedText(worked)].join(''))));

/** The figures of an outcome alone, neither explained nor sealed: for rules that are only looked at. */
export function figuresOf(caseDocument: unknown, placesOf: PlacesOf): Figures | RefusedCase {
  const worked = workOut(caseDocument, placesOf);
  return isRefused(worked) ? worked : writeFigures(worked);
}

/** Works a case document out without writing its outcome down. */
export function workOut(caseDocument: unknown, placesOf: PlacesOf): WorkedCase | RefusedCase {
  const read = readCase(caseDocument, placesOf);
  return isRefused(read) ? read : workOutRead(read);
}

/** Works a case document out by each of several rule sets in place of its own. Its books are read once. */
export function workOutBy(
  ruleSets: readonly unknown[],
  caseDocument: unknown,
  placesOf: PlacesOf,
): readonly (WorkedCase | RefusedCase)[] {
  const { withRules } = readForRules(caseDocument, placesOf);
  return ruleSets.map((ruleSet) => {
    const read = withRules(ruleSet);
    return isRefused(read) ? read : workOutRead(read);
  });
}

function workOutRead(read: ReadCase): WorkedCase | RefusedCase {
  const { rules, books, members, households } = read;
  const result = books.revenue - books.deliveries - books.ownExpenses;
  const surplus = result > 0n ? applySteps(result, rules, books) : null;
  const loss = result > 0n ? null : bearLoss(-result, rules, books);

  const shares = shareOut(surplus?.pool ?? 0n, read);
  if (isRefused(shares)) return shares;

  const settlements = members.map((member, i) => {
    const share = shares.bases.reduce((sum, { split }) => sum + (split.parts[i]?.amount ?? 0n), 0n);
    return settle(member, share, rules);
  });
  const payouts = payHouseholds(households, settlements, rules.cashUnit);
  const worked: WorkedCase = { case: read, result, surplus, loss, shares, settlements, payouts };
  check(worked);
  return worked;
}

/** Every smallest unit of the books is somewhere, once. A failure is a fault of this program, so it stops the run. */
function check({ case: { households }, result, surplus, loss, settlements, payouts }: WorkedCase): void {
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const equal = (what: string, a: bigint, b: bigint) => {
    if (a !== b) throw new Error(`distribute: ${what}: ${a} is not ${b}`);
  };
  const pool = surplus?.pool ?? 0n;
  if (surplus) {
    const toFunds = sum(surplus.funds.map(({ amount }) => amount));
    equal('result', surplus.lossesCovered + sum([...surplus.restored.values()]) + toFunds + pool, result);
  }
  if (loss) equal('loss', sum(loss.drawn.map(({ amount }) => amount)) + loss.forward, -result);
  equal('shares', sum(settlements.map(({ share }) => share)), pool);
  equal('nets', sum(settlements.map(({ retained, offset, net }) => retained + offset + net)), pool);
  equal(
    'payments',
    sum(payouts.map(({ paid, carried }) => paid + carried)),
    sum(settlements.map(({ net }) => net)) + sum(households.map(({ carried }) => carried)),
  );
  if (settlements.some(({ net, debtLeft }) => net < 0n || debtLeft < 0n)) throw new Error('distribute: below zero');
}
