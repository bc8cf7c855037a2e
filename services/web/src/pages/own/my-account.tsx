import { isApproved } from '../../api/approved.js';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { Papers } from '../../design/papers.js';
import { Shown, ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useProductNames } from '../../hooks/use-product-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort, dayInWords } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { inFigures, inMoney, withFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import './words.js';

type Statement = Answer<'GET /api/profit-sharing/v1/runs/{id}/statements/members/{number}'>;

/** What she gets, in one large figure, then how it came about; and what she delivered and was given before. */
export default function MyAccount() {
  const { member } = useWho();
  if (member === null)
    return (
      <Page title={say('own.accountTitle')}>
        <p>{say('own.noMember')}</p>
      </Page>
    );
  return (
    <Page title={say('own.accountTitle')} acts={<Button onClick={() => window.print()}>{say('forms.print')}</Button>}>
      <p className="no-print">
        <Link href={`/cuentas/socias/${encodeURIComponent(member)}`}>{say('own.all')}</Link>
      </p>
      <LatestShare member={member} />
      <Deliveries />
      <Advances />
    </Page>
  );
}

/** Her statement of the latest run that members may see. */
function LatestShare({ member }: { member: string }) {
  const runs = useRead('GET /api/profit-sharing/v1/runs', { query: { limit: 100 } }, { kept: true });
  return (
    <Shown read={runs}>
      {({ items }) => {
        const seen = items.filter(({ state }) => isApproved(state) || state === 'proposed');
        const latest = [...seen].sort((one, other) => other.calculatedAt.localeCompare(one.calculatedAt))[0];
        return latest === undefined ? (
          <div className="card">
            <p>{say('own.noRun')}</p>
          </div>
        ) : (
          <HerStatement run={latest.id} member={member} />
        );
      }}
    </Shown>
  );
}

function HerStatement({ run, member }: { run: string; member: string }) {
  const read = useRead(
    'GET /api/profit-sharing/v1/runs/{id}/statements/members/{number}',
    { path: { id: run, number: member } },
    { kept: true },
  );
  return <Shown read={read}>{(statement) => <StatementSheet statement={statement} />}</Shown>;
}

function StatementSheet({ statement }: { statement: Statement }) {
  const { season, state, currency, resolution, household, name, figures, workings, fingerprint } = statement;
  return (
    <section className="stack" aria-labelledby="share">
      <div className="card stack small unbroken">
        <h2 id="share">{say('own.season', { season })}</h2>
        {name === null ? null : <p>{name}</p>}
        <p className="figure">{inMoney(figures.net, currency)}</p>
        <p className="soft">{say('own.forFamily', { household })}</p>
        {isApproved(state) ? (
          <p>{say('own.stateApproved', { resolution: resolution ?? '' })}</p>
        ) : (
          <Notice kind="waiting">
            <p>{say('own.stateProposed')}</p>
          </Notice>
        )}
        <Payment statement={statement} />
        <ReadAloud statement={statement} />
        <Papers
          route="GET /api/profit-sharing/v1/runs/{id}/papers/members/{number}"
          sent={{ path: { id: statement.run, number: statement.member } }}
          formats={['pdf', 'roll', 'text']}
        />
      </div>
      <h2>{say('own.how')}</h2>
      <p className="soft">{say('own.howText')}</p>
      <ol className="workings">
        {workings.map(({ label, says, working, amount }, index) => (
          <li key={`${label} ${index}`} className="unbroken">
            <strong>{label}</strong>
            <strong className="number">{inFigures(amount)}</strong>
            {says ? <p>{withFigures(says)}</p> : null}
            <p className="soft">{withFigures(working)}</p>
          </li>
        ))}
      </ol>
      <p className="soft fingerprint">{say('own.fingerprint', { fingerprint })}</p>
    </section>
  );
}

/** Whether her family was paid, when and how, and what it is owed still. */
function Payment({ statement: { payment, currency } }: { statement: Statement }) {
  if (payment === null) return null;
  const isOwed = /[1-9]/.test(payment.owed);
  return (
    <ul className="stack small">
      {payment.payments.map(({ paidOn, way, amount }, index) => (
        <li key={`${paidOn} ${index}`}>
          {way === 'certificates'
            ? say('own.kept', { day: dayInWords(paidOn), amount: inMoney(amount, currency) })
            : say('own.paidToFamily', {
                day: dayInWords(paidOn),
                way: say(`own.by-${way}`),
                amount: inMoney(amount, currency),
              })}
        </li>
      ))}
      <li>{isOwed ? say('own.owed', { amount: inMoney(payment.owed, currency) }) : say('own.owedNothing')}</li>
    </ul>
  );
}

/** Reads her figure and its lines aloud, where the phone has a voice. */
function ReadAloud({ statement: { season, currency, figures, workings } }: { statement: Statement }) {
  const [isReading, setReading] = useState(false);
  if (!('speechSynthesis' in window)) return null;
  const read = (): void => {
    const lines = workings.map(({ label, amount }) => say('own.spokenLine', { label, amount: inFigures(amount) }));
    const text = [say('own.spoken', { season, net: inMoney(figures.net, currency) }), ...lines].join(' ');
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = language() === 'es' ? 'es-BO' : 'en-GB';
    speech.addEventListener('end', () => setReading(false));
    window.speechSynthesis.speak(speech);
    setReading(true);
  };
  const stop = (): void => {
    window.speechSynthesis.cancel();
    setReading(false);
  };
  return (
    <div className="no-print">
      <Button onClick={isReading ? stop : read}>{say(isReading ? 'own.stopListening' : 'own.listen')}</Button>
    </div>
  );
}

function Deliveries() {
  const nameOf = useProductNames();
  const deliveries = useList('GET /api/inventory/v1/deliveries', {});
  return (
    <section className="stack small">
      <h2>{say('own.deliveriesTitle')}</h2>
      <ShownList list={deliveries} empty={<p>{say('own.noDeliveries')}</p>}>
        {(rows) => (
          <Table
            caption={say('own.deliveriesTitle')}
            rows={rows.filter(({ reversal }) => reversal === null)}
            keyOf={({ code }) => code}
            columns={[
              { head: say('own.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
              {
                head: say('own.product'),
                cell: ({ product }) => nameOf(product),
                by: ({ product }) => nameOf(product),
              },
              {
                head: say('own.quantity'),
                cell: ({ quantity, unit }) => `${inFigures(quantity)} ${unit}`,
                by: ({ quantity, unit }) => ({ unit, value: quantity }),
                number: true,
              },
              {
                head: say('own.amount'),
                cell: ({ amount }) => inFigures(amount),
                by: ({ amount }) => amount,
                number: true,
              },
            ]}
          />
        )}
      </ShownList>
    </section>
  );
}

function Advances() {
  const advances = useList('GET /api/profit-sharing/v1/advances', {});
  return (
    <section className="stack small">
      <h2>{say('own.advancesTitle')}</h2>
      <ShownList list={advances} empty={<p>{say('own.noAdvances')}</p>}>
        {(rows) => (
          <Table
            caption={say('own.advancesTitle')}
            rows={rows.filter(({ reversal }) => reversal === null)}
            keyOf={({ code }) => code}
            columns={[
              { head: say('own.day'), cell: ({ paidOn }) => dayInShort(paidOn), by: ({ paidOn }) => paidOn },
              { head: say('own.note'), cell: ({ note }) => note, by: ({ note }) => note },
              {
                head: say('own.amount'),
                cell: ({ amount }) => inFigures(amount),
                by: ({ amount }) => amount,
                number: true,
              },
            ]}
          />
        )}
      </ShownList>
    </section>
  );
}
