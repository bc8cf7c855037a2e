import { choiceWord } from '@ayni/kernel';
import { FactPage } from '../../design/fact-page.js';
import { serverNow } from '../../api/server-time.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { MoneyParts } from './money-parts.js';
import { useSources } from './use-sources.js';

const DAY_MS = 86_400_000;
const TILLS = ['cash', 'bank'] as const;

/** What was bought to last: it is a cost over the days that it lasts, and not at once. */
export default function Assets() {
  const { currency, places, timezone } = useWho().coop;
  const sources = useSources();
  const today = dayIn(timezone, serverNow());
  return (
    <FactPage
      path="/api/profit-sharing/v1/assets"
      title={say('money.assets')}
      act={say('money.newAsset')}
      empty={say('money.noAssets')}
      parts={<MoneyParts />}
      letter="B"
      fields={[
        { name: 'name', kind: 'text', label: say('money.assetName') },
        { name: 'boughtOn', kind: 'day', label: say('money.boughtOn') },
        { name: 'amount', kind: 'money', label: say('money.cost') },
        {
          ...{ name: 'lifeDays', kind: 'count', label: say('money.lifeDays'), hint: say('money.lifeDaysHint') },
          optional: true,
        },
        { name: 'fundedBy', kind: 'choice', label: say('money.fundedBy'), choices: sources, filter: 'con' },
        { name: 'rest', kind: 'money', label: say('money.rest'), hint: say('money.restHint'), optional: true },
        {
          ...{ name: 'restFundedBy', kind: 'choice', label: say('money.restFundedBy'), choices: sources },
          optional: true,
        },
        {
          ...{ name: 'paidFrom', kind: 'choice', label: say('money.paidFrom') },
          choices: TILLS.map((value) => ({ value, label: choiceWord('paidFrom', value, language()) ?? value })),
        },
      ]}
      columns={[
        {
          head: say('money.released'),
          number: true,
          cell: ({ amount, boughtOn, lifeDays }) =>
            inMoney(decimalOf(releasedOf(unitsOf(amount, places) ?? 0n, boughtOn, today, lifeDays), places), currency),
        },
      ]}
      row={(typed, code) => ({
        ...{ code, name: typed.text('name'), boughtOn: typed.text('boughtOn'), amount: typed.text('amount') },
        ...{ fundedBy: typed.text('fundedBy'), paidFrom: typed.text('paidFrom') === 'bank' ? 'bank' : 'cash' },
        ...(typed.text('lifeDays') === '' ? {} : { lifeDays: Number(typed.text('lifeDays')) }),
        ...(typed.text('rest') === ''
          ? {}
          : { rest: typed.text('rest'), restFundedBy: typed.text('restFundedBy') || 'own' }),
      })}
      named={({ name, amount }) => `${name}, ${inMoney(amount, currency)}`}
    />
  );
}

/** By the end of its nth day cost × n ÷ life, rounded down; what lasts for good is never released. */
function releasedOf(cost: bigint, boughtOn: string, today: string, lifeDays: number | null | undefined): bigint {
  if (lifeDays === null || lifeDays === undefined) return 0n;
  const days = Math.round((Date.parse(today) - Date.parse(boughtOn)) / DAY_MS) + 1;
  return (cost * BigInt(Math.min(Math.max(days, 0), lifeDays))) / BigInt(lifeDays);
}
