import { choiceWord } from '@ayni/kernel';
import { Link } from 'wouter';
import { FactPage, recordingAt } from '../../design/fact-page.js';
import { serverNow } from '../../api/server-time.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { MoneyParts } from './money-parts.js';
import { useBudgetLine, withLine } from './use-budget-line.js';
import { useSources } from './use-sources.js';

type Asset = ItemOf<'GET /api/profit-sharing/v1/assets'>;

const DAY_MS = 86_400_000;
const TILLS = ['cash', 'bank'] as const;
const DISPOSALS = '/gastos/bienes/bajas';

/** What was bought to last: it is a cost over the days that it lasts, and not at once. */
export default function Assets() {
  const { currency, places, timezone } = useWho().coop;
  const sources = useSources();
  const budgetLine = useBudgetLine(sources);
  const sourceOf = (code: string): string => sources.find(({ value }) => value === code)?.label ?? code;
  const today = dayIn(timezone, serverNow());
  const released = ({ amount, boughtOn, lifeDays, disposedOn }: Asset): string => {
    const until = disposedOn !== null && disposedOn < today ? disposedOn : today;
    return decimalOf(releasedOf(unitsOf(amount, places) ?? 0n, boughtOn, until, lifeDays), places);
  };
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
        {
          name: 'fundedBy',
          kind: 'choice',
          label: say('money.fundedBy'),
          choices: sources,
          filter: 'con',
          listed: false,
          onChoose: budgetLine.choose,
        },
        budgetLine.field,
        {
          name: 'rest',
          kind: 'money',
          label: say('money.rest'),
          hint: say('money.restHint'),
          optional: true,
          listed: false,
        },
        {
          ...{ name: 'restFundedBy', kind: 'choice', label: say('money.restFundedBy'), choices: sources },
          ...{ optional: true, listed: false },
        },
        {
          ...{ name: 'paidFrom', kind: 'choice', label: say('money.paidFrom'), listed: false },
          choices: TILLS.map((value) => ({ value, label: choiceWord('paidFrom', value, language()) ?? value })),
        },
      ]}
      columns={[
        {
          head: say('money.fundedBy'),
          cell: ({ fundedBy, budgetLine: line, rest, restFundedBy }) => {
            const first = withLine(sourceOf(fundedBy), line);
            if (!rest || !restFundedBy) return first;
            const other = { amount: inMoney(rest, currency), source: sourceOf(restFundedBy) };
            return `${first}; ${say('money.twoSources', other)}`;
          },
          by: ({ fundedBy }) => sourceOf(fundedBy),
        },
        {
          head: say('money.released'),
          number: true,
          cell: (asset) => inMoney(released(asset), currency),
          by: (asset) => released(asset),
        },
        {
          head: say('money.assetState'),
          cell: ({ disposedOn }) =>
            disposedOn === null ? say('money.hasIt') : say('money.hasItNoMore', { day: dayInShort(disposedOn) }),
          by: ({ disposedOn }) => disposedOn,
        },
      ]}
      row={(typed, code) => ({
        ...{ code, name: typed.text('name'), boughtOn: typed.text('boughtOn'), amount: typed.text('amount') },
        ...{ fundedBy: typed.text('fundedBy'), paidFrom: typed.text('paidFrom') === 'bank' ? 'bank' : 'cash' },
        ...typed.optional('budgetLine'),
        ...(typed.text('lifeDays') === '' ? {} : { lifeDays: Number(typed.text('lifeDays')) }),
        ...(typed.text('rest') === ''
          ? {}
          : { rest: typed.text('rest'), restFundedBy: typed.text('restFundedBy') || 'own' }),
      })}
      onRecorded={budgetLine.forget}
      named={({ name, amount }) => `${name}, ${inMoney(amount, currency)}`}
      acts={({ code, name, disposedOn }) =>
        disposedOn === null ? (
          <Link
            href={recordingAt(DISPOSALS, { asset: code })}
            className="button"
            aria-label={`${say('money.dispose')}: ${name}`}
          >
            {say('money.dispose')}
          </Link>
        ) : null
      }
    >
      <p>
        <Link href={DISPOSALS}>{say('money.disposals')}</Link>
      </p>
    </FactPage>
  );
}

/** By the end of its nth day cost × n ÷ life, rounded down; what lasts for good is never released. */
function releasedOf(cost: bigint, boughtOn: string, today: string, lifeDays: number | null | undefined): bigint {
  if (lifeDays === null || lifeDays === undefined) return 0n;
  const days = Math.round((Date.parse(today) - Date.parse(boughtOn)) / DAY_MS) + 1;
  return (cost * BigInt(Math.min(Math.max(days, 0), lifeDays))) / BigInt(lifeDays);
}
