import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { FactPage } from '../../design/fact-page.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';
import { useHeirOf, useHeldCertificates } from './held-certificates.js';

/** Certificates that members gave up, for what they had paid. */
export function CertificateWithdrawals() {
  const { nameOf } = useMembers();
  const { currency } = useWho().coop;
  const { held, choices, lineOf } = useHeldCertificates();
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState(params.get('certificate') ?? '');
  const heir = useHeirOf(held.find(({ code }) => code === chosen));
  return (
    <FactPage
      path="/api/profit-sharing/v1/certificate-withdrawals"
      title={say('debts.withdrawals')}
      act={say('debts.newWithdrawal')}
      empty={say('debts.noWithdrawals')}
      parts={<DebtParts />}
      letter="CD"
      fields={[
        {
          ...{ name: 'certificate', kind: 'choice', label: say('debts.certificate') },
          ...{ choices, nameOf: lineOf, onChoose: setChosen },
        },
        { name: 'withdrawnOn', kind: 'day', label: say('debts.withdrawnOn') },
        {
          ...{ name: 'receivedBy', kind: 'text', label: say('debts.receivedBy') },
          ...{ hint: heir === undefined ? say('debts.receivedByHint') : say('debts.receivedByHeir', { heir }) },
          ...{ optional: true, before: heir === undefined ? [] : [heir] },
        },
      ]}
      columns={[
        { head: say('facts.member'), cell: ({ member }) => nameOf(member), by: ({ member }) => nameOf(member) },
        {
          head: say('facts.amount'),
          cell: ({ amount }) => inMoney(amount, currency),
          by: ({ amount }) => amount,
          number: true,
        },
      ]}
      row={(typed, code) => ({
        ...{ code, certificate: typed.text('certificate'), withdrawnOn: typed.text('withdrawnOn') },
        ...(typed.text('receivedBy') === '' ? {} : { receivedBy: typed.text('receivedBy') }),
      })}
      named={({ member, amount }) => `${nameOf(member)}, ${inMoney(amount, currency)}`}
    />
  );
}
