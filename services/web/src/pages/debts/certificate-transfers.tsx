import { FactPage } from '../../design/fact-page.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';
import { useHeldCertificates } from './held-certificates.js';

/** Certificates that one member passed to another; no money of the co-op moves. */
export function CertificateTransfers() {
  const { rows: members, nameOf } = useMembers();
  const { currency } = useWho().coop;
  const { held, choices, lineOf } = useHeldCertificates();
  return (
    <FactPage
      path="/api/profit-sharing/v1/certificate-transfers"
      title={say('debts.transfers')}
      act={say('debts.newTransfer')}
      empty={say('debts.noTransfers')}
      parts={<DebtParts />}
      letter="CT"
      fields={[
        {
          ...{ name: 'certificate', kind: 'choice', label: say('debts.certificate') },
          ...{ choices, nameOf: lineOf, listed: false },
        },
        {
          ...{ name: 'taker', kind: 'choice', label: say('debts.taker'), nameOf },
          choices: members.map(({ code, name }) => ({ value: code, label: name })),
        },
        { name: 'count', kind: 'count', label: say('debts.count'), hint: say('debts.transferCountHint') },
        { name: 'transferredOn', kind: 'day', label: say('debts.transferredOn') },
        { name: 'document', kind: 'text', label: say('debts.transferPaper'), optional: true },
      ]}
      columns={[
        { head: say('debts.giver'), cell: ({ giver }) => nameOf(giver), by: ({ giver }) => nameOf(giver) },
        {
          head: say('debts.valueAll'),
          cell: ({ amount }) => inMoney(amount, currency),
          by: ({ amount }) => amount,
          number: true,
        },
      ]}
      row={(typed, code) => {
        const [certificate, count] = [typed.text('certificate'), Number(typed.text('count'))];
        const keeps = held.some((one) => one.code === certificate && one.count > count);
        return {
          ...{ code, certificate, count, taker: typed.text('taker'), transferredOn: typed.text('transferredOn') },
          document: typed.text('document'),
          ...(keeps ? { rest: `${code}-R` } : {}),
        };
      }}
      named={({ giver, taker, amount }) => `${nameOf(giver)} → ${nameOf(taker)}, ${inMoney(amount, currency)}`}
    />
  );
}
