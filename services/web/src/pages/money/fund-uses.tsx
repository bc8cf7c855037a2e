import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { FactPage } from '../../design/fact-page.js';
import { Notice } from '../../design/notice.js';
import { useFundNames } from '../../hooks/use-fund-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { MoneyParts } from './money-parts.js';

/** What was spent out of funds, under the resolutions that let it be. */
export default function FundUses() {
  const { currency } = useWho().coop;
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState(params.get('fund') ?? '');
  const nameOf = useFundNames();
  const funds = useWhole('GET /api/profit-sharing/v1/funds', {}).data?.value ?? [];
  const covering = useCovering(chosen);
  return (
    <FactPage
      path="/api/profit-sharing/v1/fund-uses"
      title={say('money.uses')}
      act={say('money.newUse')}
      empty={say('money.noUses')}
      parts={<MoneyParts />}
      letter="UF"
      fields={[
        {
          ...{ name: 'fund', kind: 'choice', label: say('money.fund'), filter: 'fondo', nameOf },
          choices: funds.map(({ code }) => ({ value: code, label: nameOf(code) })),
          onChoose: setChosen,
        },
        {
          ...{ name: 'resolution', kind: 'choice', label: say('money.resolution') },
          choices: covering.map(({ number, subject, amount }) => ({
            value: number,
            label: say('money.resolutionLine', { number, subject, amount: inMoney(amount, currency) }),
          })),
          nameOf: (number) => number,
        },
        { name: 'usedOn', kind: 'day', label: say('money.usedOn') },
        { name: 'amount', kind: 'money', label: say('facts.amount') },
        { name: 'purpose', kind: 'text', label: say('money.useFor') },
      ]}
      row={(typed, code) => ({
        ...{ code, fund: typed.text('fund'), resolution: typed.text('resolution'), usedOn: typed.text('usedOn') },
        ...{ amount: typed.text('amount'), purpose: typed.text('purpose') },
      })}
      named={({ fund, amount }) => `${nameOf(fund)}, ${inMoney(amount, currency)}`}
      beneath={chosen === '' ? null : <InFund fund={chosen} isCovered={covering.length > 0} />}
    />
  );
}

/** The resolutions that let money of a fund be used, with how much. */
function useCovering(fund: string) {
  const resolutions = useWhole('GET /api/members/v1/resolutions', {}).data?.value ?? [];
  return resolutions.flatMap(({ number, subject, carried, covers }) =>
    covers.flatMap((thing) =>
      carried && thing.kind === 'fund-use' && thing.fund === fund
        ? [{ number, subject, amount: thing.amount ?? '' }]
        : [],
    ),
  );
}

function InFund({ fund, isCovered }: { fund: string; isCovered: boolean }) {
  const { currency } = useWho().coop;
  const funds = useRead('GET /api/profit-sharing/v1/ledger/funds', {});
  const balance = funds.data?.value.items.find((row) => row.fund === fund)?.balance;
  return (
    <>
      {balance === undefined ? null : <p>{say('money.inFund', { amount: inMoney(balance, currency) })}</p>}
      {isCovered ? null : (
        <Notice kind="waiting">
          <p>{say('money.noResolution')}</p>
          <Link href="/resoluciones">{say('menu.resolutions')}</Link>
        </Notice>
      )}
    </>
  );
}
