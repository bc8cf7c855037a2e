import { Link, useParams } from 'wouter';
import { Page } from '../../design/page.js';
import { Papers } from '../../design/papers.js';
import { Shown } from '../../design/shown.js';
import { Workings } from '../../design/workings.js';
import { useRead } from '../../hooks/use-read.js';
import { inHours } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

/** How what a family is paid comes about: its own sum, then each of its members line by line. */
export default function Family() {
  const { id = '', code = '' } = useParams();
  const statement = useRead('GET /api/profit-sharing/v1/runs/{id}/statements/households/{code}', {
    path: { id, code },
  });
  const { data } = statement;
  return (
    <Page
      title={say('shares.accountOf', { name: data?.value.name ?? code })}
      acts={
        <Link href={`/reparto/${encodeURIComponent(id)}`} className="button plain">
          {say('shares.toRun')}
        </Link>
      }
    >
      <Shown read={statement}>
        {({ figures, workings, members, currency }) => (
          <>
            <p>
              {say('shares.paid')}
              <br />
              <span className="figure">{inMoney(figures.paid, currency)}</span>
            </p>
            <Papers
              route="GET /api/profit-sharing/v1/runs/{id}/papers/households/{code}"
              sent={{ path: { id, code } }}
              formats={['pdf', 'roll', 'text']}
            />
            <section className="card stack small">
              <h2>{say('shares.familyAccount')}</h2>
              <Workings lines={workings} currency={currency} />
            </section>
            {members.map((member) => (
              <MemberAccount key={member} run={id} member={member} />
            ))}
          </>
        )}
      </Shown>
    </Page>
  );
}

function MemberAccount({ run, member }: { run: string; member: string }) {
  const statement = useRead('GET /api/profit-sharing/v1/runs/{id}/statements/members/{number}', {
    path: { id: run, number: member },
  });
  return (
    <section className="card stack small">
      <Shown read={statement}>
        {({ name, figures, workings, currency }) => (
          <>
            <h2>{say('shares.memberAccount', { name: name ?? member })}</h2>
            <dl>
              <div className="pair">
                <dt>{say('shares.minutes')}</dt>
                <dd className="number">{inHours(figures.minutes)}</dd>
              </div>
              <div className="pair">
                <dt>{say('shares.delivered')}</dt>
                <dd className="number">{inMoney(figures.delivered, currency)}</dd>
              </div>
              <div className="pair">
                <dt>{say('shares.days')}</dt>
                <dd className="number">{say('shares.dayCount', { n: figures.days })}</dd>
              </div>
            </dl>
            <Workings lines={workings} currency={currency} />
          </>
        )}
      </Shown>
    </section>
  );
}
