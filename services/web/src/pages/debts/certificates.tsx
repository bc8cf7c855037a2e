import { Link } from 'wouter';
import { FactPage, recordingAt } from '../../design/fact-page.js';
import { useMemberField } from '../../design/member-choice.js';
import { Papers } from '../../design/papers.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';
import { stateOfCertificate } from './held-certificates.js';

/** What members put into the co-op's capital, certificate by certificate. */
export default function Certificates() {
  const { member, nameOf } = useMemberField();
  const { currency } = useWho().coop;
  const types =
    useWhole('GET /api/profit-sharing/v1/certificate-types', { query: { retired: 'true' } }).data?.value ?? [];
  return (
    <FactPage
      path="/api/profit-sharing/v1/certificates"
      title={say('debts.certificates')}
      act={say('debts.newCertificate')}
      empty={say('debts.noCertificates')}
      parts={<DebtParts />}
      brought="certificados"
      letter="C"
      fields={[
        member,
        { name: 'boughtOn', kind: 'day', label: say('debts.boughtOn') },
        { name: 'count', kind: 'count', label: say('debts.count') },
        { name: 'valueEach', kind: 'money', label: say('debts.valueEach') },
        {
          ...{ name: 'type', kind: 'choice', label: say('debts.type'), optional: true, filter: 'tipo' },
          choices: types
            .filter(({ retiredOn }) => retiredOn === null)
            .map(({ code, name }) => ({ value: code, label: name })),
          nameOf: (code) => types.find((type) => type.code === code)?.name ?? code,
        },
      ]}
      columns={[
        { head: say('debts.valueAll'), cell: ({ amount }) => inMoney(amount, currency), number: true },
        {
          head: say('debts.held'),
          cell: stateOfCertificate,
        },
      ]}
      row={(typed, code) => ({
        ...{ code, member: typed.text('member'), boughtOn: typed.text('boughtOn') },
        ...{ count: Number(typed.text('count')), valueEach: typed.text('valueEach') },
        ...(typed.text('type') === '' ? {} : { type: typed.text('type') }),
      })}
      named={(row) => `${nameOf(row.member)}, ${inMoney(row.amount, currency)}`}
      acts={({ code, member: owner, count, withdrawnOn }) => (
        <>
          <Papers
            route="GET /api/profit-sharing/v1/certificates/{code}/papers/certificate"
            sent={{ path: { code } }}
            formats={['pdf']}
          />
          {withdrawnOn === null ? (
            <>
              <Link
                href={recordingAt('/anticipos/certificados/devueltos', { certificate: code })}
                className="button"
                aria-label={`${say('debts.giveUp')}: ${nameOf(owner)}`}
              >
                {say('debts.giveUp')}
              </Link>
              <Link
                href={recordingAt('/anticipos/certificados/transferidos', { certificate: code, count: String(count) })}
                className="button"
                aria-label={`${say('debts.pass')}: ${nameOf(owner)}`}
              >
                {say('debts.pass')}
              </Link>
            </>
          ) : null}
        </>
      )}
    >
      <p>
        <Link href="/anticipos/certificados/devueltos">{say('debts.withdrawals')}</Link>
      </p>
      <p>
        <Link href="/anticipos/certificados/transferidos">{say('debts.transfers')}</Link>
      </p>
      <p>
        <Link href="/anticipos/certificados/tipos">{say('debts.certificateTypes')}</Link>
      </p>
      <p>
        <Link href="/certificados">{say('debts.register')}</Link>
      </p>
    </FactPage>
  );
}
