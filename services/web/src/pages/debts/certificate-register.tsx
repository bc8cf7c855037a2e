import { Downloads } from '../../design/downloads.js';
import { Page } from '../../design/page.js';
import { Papers } from '../../design/papers.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { CertificateState } from './certificate-state.js';

type Entry = ItemOf<'GET /api/profit-sharing/v1/certificate-register'>;

/** The numbered register of certificates, as its book is read: what was taken back keeps its number. */
export default function CertificateRegister() {
  const entries = useList('GET /api/profit-sharing/v1/certificate-register', {});
  const { nameOf } = useMembers();
  const { currency } = useWho().coop;
  return (
    <Page
      title={say('debts.register')}
      acts={<Downloads route="GET /api/profit-sharing/v1/certificate-register" sent={{}} />}
    >
      <p className="soft">{say('debts.registerText')}</p>
      <ShownList list={entries} empty={<p>{say('debts.noCertificates')}</p>}>
        {(rows) => (
          <Table
            caption={say('debts.register')}
            rows={rows}
            keyOf={({ code }) => code}
            columns={[
              { head: say('debts.entry'), cell: ({ entry }) => String(entry), by: ({ entry }) => entry, number: true },
              { head: say('facts.member'), cell: ({ member }) => nameOf(member), by: ({ member }) => nameOf(member) },
              {
                head: say('debts.boughtOn'),
                cell: ({ boughtOn }) => dayInShort(boughtOn),
                by: ({ boughtOn }) => boughtOn,
              },
              { head: say('debts.count'), cell: ({ count }) => String(count), by: ({ count }) => count, number: true },
              {
                head: say('debts.valueAll'),
                cell: ({ amount }) => inMoney(amount, currency),
                by: ({ amount }) => amount,
                number: true,
              },
              {
                head: say('debts.paid'),
                cell: ({ paid }) => inMoney(paid, currency),
                by: ({ paid }) => paid,
                number: true,
              },
              { head: say('debts.held'), cell: (entry) => <State of={entry} />, by: ({ withdrawnOn }) => withdrawnOn },
              { head: say('facts.number'), cell: ({ code }) => code, by: ({ code }) => code },
              {
                head: say('facts.acts'),
                isActs: true,
                cell: ({ code, reversal }) =>
                  reversal === null ? (
                    <Papers
                      route="GET /api/profit-sharing/v1/certificates/{code}/papers/certificate"
                      sent={{ path: { code } }}
                      formats={['pdf']}
                    />
                  ) : null,
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

const State = ({ of: entry }: { of: Entry }) =>
  entry.reversal === null ? <CertificateState of={entry} /> : say('debts.struck', { reason: entry.reversal });
