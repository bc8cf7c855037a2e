import { Link } from 'wouter';
import { FactPage, recordingAt } from '../../design/fact-page.js';
import { useMemberField } from '../../design/member-choice.js';
import { Papers } from '../../design/papers.js';
import { useWhole } from '../../hooks/use-whole.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { decimalOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';
import { CertificateState, unpaidOf } from './certificate-state.js';

type Certificate = ItemOf<'GET /api/profit-sharing/v1/certificates'>;

/** What members put into the co-op's capital, certificate by certificate. */
export default function Certificates() {
  const { member, nameOf } = useMemberField();
  const { currency, places } = useWho().coop;
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
          ...{ name: 'paidAtOnce', kind: 'money', label: say('debts.paidAtOnce') },
          ...{ hint: say('debts.paidAtOnceHint'), optional: true, listed: false },
        },
        {
          ...{ name: 'type', kind: 'choice', label: say('debts.type'), optional: true, filter: 'tipo' },
          choices: types
            .filter(({ retiredOn }) => retiredOn === null)
            .map(({ code, name }) => ({ value: code, label: name })),
          nameOf: (code) => types.find((type) => type.code === code)?.name ?? code,
        },
      ]}
      columns={[
        {
          head: say('debts.valueAll'),
          cell: ({ amount }) => inMoney(amount, currency),
          by: ({ amount }) => amount,
          number: true,
        },
        {
          head: say('debts.held'),
          cell: (row) => <CertificateState of={row} />,
          by: ({ withdrawnOn }) => withdrawnOn,
        },
      ]}
      row={(typed, code) => ({
        ...{ code, member: typed.text('member'), boughtOn: typed.text('boughtOn') },
        ...{ count: Number(typed.text('count')), valueEach: typed.text('valueEach') },
        ...(typed.text('type') === '' ? {} : { type: typed.text('type') }),
        ...(typed.text('paidAtOnce') === '' ? {} : { paidAtOnce: typed.text('paidAtOnce') }),
      })}
      named={(row) => `${nameOf(row.member)}, ${inMoney(row.amount, currency)}`}
      acts={(row) => <Acts of={row} unpaid={decimalOf(unpaidOf(row, places), places)} owner={nameOf(row.member)} />}
    >
      <div className="row">
        <Link href="/anticipos/certificados/aportados">{say('debts.contributions')}</Link>
        <Link href="/anticipos/certificados/devueltos">{say('debts.withdrawals')}</Link>
        <Link href="/anticipos/certificados/transferidos">{say('debts.transfers')}</Link>
        <Link href="/anticipos/certificados/tipos">{say('debts.certificateTypes')}</Link>
        <Link href="/certificados">{say('debts.register')}</Link>
      </div>
    </FactPage>
  );
}

/** What is done with certificates: printed, paid, given up, passed on. */
function Acts({ of: row, unpaid, owner }: { of: Certificate; unpaid: string; owner: string }) {
  const { code, count, withdrawnOn } = row;
  const isPaid = !/[1-9]/.test(unpaid);
  return (
    <>
      <Papers
        route="GET /api/profit-sharing/v1/certificates/{code}/papers/certificate"
        sent={{ path: { code } }}
        formats={['pdf']}
      />
      {isPaid ? null : (
        <>
          <Act
            label={say('debts.toPay')}
            owner={owner}
            to="/anticipos/devoluciones"
            first={{ debt: code, amount: unpaid }}
          />
          <Act
            label={say('debts.toContribute')}
            owner={owner}
            to="/anticipos/certificados/aportados"
            first={{ certificate: code }}
          />
        </>
      )}
      {withdrawnOn === null ? (
        <Act
          label={say('debts.giveUp')}
          owner={owner}
          to="/anticipos/certificados/devueltos"
          first={{ certificate: code }}
        />
      ) : null}
      {withdrawnOn === null && isPaid ? (
        <Act
          label={say('debts.pass')}
          owner={owner}
          to="/anticipos/certificados/transferidos"
          first={{ certificate: code, count: String(count) }}
        />
      ) : null}
    </>
  );
}

type ActOf = {
  readonly label: string;
  readonly owner: string;
  readonly to: string;
  readonly first: Readonly<Record<string, string>>;
};

function Act({ label, owner, to, first }: ActOf) {
  return (
    <Link href={recordingAt(to, first)} className="button" aria-label={`${label}: ${owner}`}>
      {label}
    </Link>
  );
}
