import { formatAmount, placesIn, readAmount } from '@ayni/kernel';
import type { SeasonOutcome } from '@ayni/season-folder/outcome';
import type { Say } from './translations.js';

/** What of an outcome is shown. */
export type Shown = Pick<
  SeasonOutcome,
  'result' | 'currency' | 'funds' | 'pool' | 'households' | 'paidTotal' | 'carriedTotal'
> & {
  readonly members: readonly Pick<SeasonOutcome['members'][number], 'household' | 'share' | 'offset'>[];
};

/**
 * Result, funds, pool and what each family gets, as lines of a terminal.
 * @param fundNames what people call the funds, by their codes
 */
export function shareTable(outcome: Shown, fundNames: ReadonlyMap<string, string>, say: Say): string {
  const { currency } = outcome;
  const places = placesIn(outcome.result);
  const sum = (amounts: readonly string[]): string =>
    formatAmount(
      amounts.reduce((total, amount) => total + readAmount(amount, places), 0n),
      places,
    );
  const summary: [string, string][] = [
    [say('result'), outcome.result],
    ...outcome.funds.map(({ fund, amount }): [string, string] => [`  ${fundNames.get(fund) ?? fund}`, amount]),
    [say('pool'), outcome.pool],
  ];
  const families = outcome.households.map(({ household, paid, carried }) => {
    const members = outcome.members.filter((member) => member.household === household);
    return [household, sum(members.map(({ share }) => share)), sum(members.map(({ offset }) => offset)), paid, carried];
  });
  const column = (index: number): string => sum(families.map((family) => family[index] ?? '0'));
  const rows = [
    [say('family'), say('share'), say('offset'), say('paid'), say('carried')],
    ...families,
    [say('total'), column(1), column(2), column(3), column(4)],
  ];
  return [
    ...summary.map(([label, amount]) => `${label.padEnd(30)}${amount.padStart(14)} ${currency}`),
    '',
    ...rows.map(
      ([family = '', ...amounts]) => family.padEnd(10) + amounts.map((amount) => amount.padStart(13)).join(''),
    ),
  ].join('\n');
}
