import { FactPage } from '../../design/fact-page.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';

/** Certificates that members gave up, for what they had paid. */
export default function CertificateWithdrawals() {
  const { nameOf } = useMembers();
  const { currency } = useWho().coop;
  const all = useWhole('GET /api/profit-sharing/v1/certificates', {});
  const lineOf = ({ member, count, boughtOn, amount }: (typeof bought)[number]): string =>
    say('debts.certificateLine', {
      ...{ member: nameOf(member), count: String(count) },
      ...{ day: dayInWords(boughtOn), amount: inMoney(amount, currency) },
    });
  const bought = all.data?.value ?? [];
  const labels = new Map(bought.map((certificate) => [certificate.code, lineOf(certificate)]));
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
          choices: bought
            .filter(({ reversal, withdrawnOn }) => reversal === null && withdrawnOn === null)
            .map((certificate) => ({ value: certificate.code, label: lineOf(certificate) })),
          nameOf: (code) => labels.get(code) ?? code,
        },
        { name: 'withdrawnOn', kind: 'day', label: say('debts.withdrawnOn') },
      ]}
      columns={[
        { head: say('facts.member'), cell: ({ member }) => nameOf(member) },
        { head: say('facts.amount'), cell: ({ amount }) => inMoney(amount, currency), number: true },
      ]}
      row={(typed, code) => ({
        ...{ code, certificate: typed.text('certificate'), withdrawnOn: typed.text('withdrawnOn') },
      })}
      named={({ member, amount }) => `${nameOf(member)}, ${inMoney(amount, currency)}`}
    />
  );
}
