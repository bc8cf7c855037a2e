import { Papers } from '../../design/papers.js';
import { useWhole } from '../../hooks/use-whole.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';

/** The papers of the certificates that a member holds. */
export function CertificatesOf({ member }: { member: string }) {
  const certificates = useWhole('GET /api/profit-sharing/v1/certificates', { query: { member } });
  const held = (certificates.data?.value ?? []).filter((row) => row.withdrawnOn === null && row.reversal === null);
  if (held.length === 0) return null;
  return (
    <section className="stack small no-print">
      <h2>{say('debts.certificates')}</h2>
      <ul className="stack small">
        {held.map(({ code, amount }) => (
          <li key={code} className="row">
            <span>{`${code}: ${inFigures(amount)}`}</span>
            <Papers
              route="GET /api/profit-sharing/v1/certificates/{code}/papers/certificate"
              sent={{ path: { code } }}
              formats={['pdf']}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
