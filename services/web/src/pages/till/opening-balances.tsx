import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { FactField } from '../../design/fact-fields.js';
import { FactPage } from '../../design/fact-page.js';
import type { SentFact } from '../../hooks/use-fact.js';
import { useFundNames } from '../../hooks/use-fund-names.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordAlone } from '../../words/word-of.js';
import { TillParts } from './till-parts.js';

const PATH = '/api/profit-sharing/v1/opening-balances';

type Account = SentFact<typeof PATH>['account'];

/** As the balance lists them. */
const ACCOUNTS = [
  ...(['cash', 'bank', 'receivables', 'suppliers'] as const),
  ...(['member-capital', 'funds', 'losses-forward'] as const),
] as const satisfies readonly Account[];

const accountOf = (text: string): Account => ACCOUNTS.find((account) => account === text) ?? 'cash';

/** What the books began with. */
export default function OpeningBalances() {
  const { currency } = useWho().coop;
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<string>();
  const party = usePartyField(chosen ?? params.get('account') ?? '');
  const members = useMembers();
  const fundName = useFundNames();
  const partyName = (account: string, code: string): string =>
    account === 'funds' ? fundName(code) : account === 'member-capital' ? members.nameOf(code) : code;
  return (
    <FactPage
      path={PATH}
      title={say('till.openings')}
      act={say('till.newOpening')}
      empty={say('till.noOpenings')}
      parts={<TillParts />}
      brought="saldos"
      letter="SI"
      fields={[
        {
          ...{
            name: 'account',
            kind: 'choice',
            label: say('till.account'),
            filter: 'cuenta',
            none: say('forms.allShe'),
          },
          choices: ACCOUNTS.map((value) => ({ value, label: wordAlone('account', value) })),
          onChoose: setChosen,
        },
        ...party,
        { name: 'openedOn', kind: 'day', label: say('till.openedOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
      ]}
      columns={[
        {
          head: say('till.party'),
          cell: ({ account, party: whose }) => (whose ? partyName(account, whose) : '–'),
          by: ({ account, party: whose }) => (whose ? partyName(account, whose) : null),
        },
      ]}
      row={(typed, code) => ({
        ...{ code, openedOn: typed.text('openedOn'), account: accountOf(typed.text('account')) },
        ...{ ...typed.optional('party'), amount: typed.text('amount') },
      })}
      named={({ account, amount }) => `${wordAlone('account', account)}, ${inMoney(amount, currency)}`}
    />
  );
}

/** Whose part of an account it is, where that has parts. */
function usePartyField(account: string): readonly FactField<'party'>[] {
  const members = useMembers({ when: account === 'member-capital' });
  const funds = useWhole('GET /api/profit-sharing/v1/funds', {}, { when: account === 'funds' });
  const fundName = useFundNames();
  const base = { name: 'party', listed: false } as const;
  switch (account) {
    case 'suppliers':
      return [{ ...base, kind: 'text', label: say('till.supplier') }];
    case 'member-capital':
      return [
        {
          ...{ ...base, kind: 'choice', label: say('facts.member') },
          choices: members.choices,
        },
      ];
    case 'funds':
      return [
        {
          ...{ ...base, kind: 'choice', label: say('till.fund') },
          choices: (funds.data?.value ?? []).map(({ code }) => ({ value: code, label: fundName(code) })),
        },
      ];
    default:
      return [];
  }
}
