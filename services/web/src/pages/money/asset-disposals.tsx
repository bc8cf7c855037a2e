import { choiceWord } from '@ayni/kernel';
import { Link } from 'wouter';
import { FactPage } from '../../design/fact-page.js';
import type { Choice } from '../../design/field.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { inMoney } from '../../words/money.js';
import { decimalOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { MoneyParts } from './money-parts.js';

const WAYS = ['sold', 'scrapped', 'lost', 'given-away'] as const;
const INTO = ['cash', 'bank', 'later'] as const;

/** What the co-op has no more of what it bought to last, and what it brought. */
export default function AssetDisposals() {
  const { currency, places } = useWho().coop;
  const assets = useWhole('GET /api/profit-sharing/v1/assets', {}).data?.value ?? [];
  const names = new Map(assets.map(({ code, name }) => [code, name]));
  const nameOf = (code: string): string => names.get(code) ?? code;
  return (
    <FactPage
      path="/api/profit-sharing/v1/asset-disposals"
      title={say('money.disposals')}
      act={say('money.newDisposal')}
      empty={say('money.noDisposals')}
      parts={<MoneyParts />}
      letter="BB"
      fields={[
        {
          ...{ name: 'asset', kind: 'choice', label: say('money.disposedAsset'), nameOf },
          choices: assets
            .filter(({ reversal, disposedOn }) => reversal === null && disposedOn === null)
            .map(({ code, name }) => ({ value: code, label: name })),
        },
        { name: 'disposedOn', kind: 'day', label: say('money.disposedOn') },
        {
          ...{ name: 'how', kind: 'choice', label: say('money.how') },
          choices: WAYS.map((value) => ({ value, label: choiceWord('how', value, language()) ?? value })),
        },
        {
          ...{ name: 'amount', kind: 'money', label: say('money.brought'), hint: say('money.broughtHint') },
          optional: true,
        },
        {
          name: 'into',
          kind: 'choice',
          label: say('money.broughtInto'),
          choices: intoChoices(),
          optional: true,
          listed: false,
        },
        { name: 'reason', kind: 'text', label: say('money.reason') },
        { name: 'recipient', kind: 'text', label: say('money.boughtBy'), optional: true, listed: false },
        { name: 'document', kind: 'text', label: say('money.paper'), optional: true, listed: false },
      ]}
      columns={[
        {
          head: say('money.worth'),
          cell: ({ bookValue }) => inMoney(bookValue, currency),
          by: ({ bookValue }) => bookValue,
          number: true,
        },
        {
          head: say('money.boundPart'),
          cell: ({ bound }) => inMoney(bound, currency),
          by: ({ bound }) => bound,
          number: true,
        },
      ]}
      row={(typed, code) => {
        const into = INTO.find((one) => one === typed.text('into'));
        return {
          ...{ code, asset: typed.text('asset'), disposedOn: typed.text('disposedOn') },
          how: WAYS.find((one) => one === typed.text('how')) ?? 'sold',
          amount: typed.text('amount') || decimalOf(0n, places),
          ...(into === undefined ? {} : { into }),
          ...{ reason: typed.text('reason'), ...typed.optional('recipient'), ...typed.optional('document') },
        };
      }}
      named={({ asset, disposedOn }) => `${nameOf(asset)}, ${dayInShort(disposedOn)}`}
    >
      <p>
        <Link href="/gastos/bienes">{say('money.assets')}</Link>
      </p>
    </FactPage>
  );
}

const intoChoices = (): Choice[] => [
  { value: 'cash', label: choiceWord('into', 'cash', language()) ?? 'cash' },
  { value: 'bank', label: choiceWord('into', 'bank', language()) ?? 'bank' },
  { value: 'later', label: say('money.owedByBuyer') },
];
