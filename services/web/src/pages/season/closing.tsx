import { useEffect } from 'react';
import type { Answer } from '../../api/route.js';
import { Notice, Pill } from '../../design/notice.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useNews } from '../../hooks/use-news.js';
import { useRead } from '../../hooks/use-read.js';
import { useRefresh } from '../../hooks/use-refresh.js';
import { inFigures } from '../../words/money.js';
import { say, type PlainWord } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';
import { keptOf, type Kept } from './books.js';
import { UnfinishedList } from './unfinished.js';
import '../../design/chart.css';

type Closing = Answer<'GET /api/profit-sharing/v1/seasons/{code}/closing'>;
type Service = Closing['services'][number];

const SEASON = 'ayni.profit-sharing.season-closed.v1,ayni.profit-sharing.season-reopened.v1';
/** What services count among themselves is told to nobody else: how far they are is asked from time to time. */
const LOOK_EVERY_MS = 3_000;

/** The third step: each service counts what it wrote and what it got, and the season closes when all of it is equal. */
export function Closing({ season: { code, state } }: { season: { code: string; state: string } }) {
  const isUnderWay = state === 'closing';
  const closing = useRead(
    'GET /api/profit-sharing/v1/seasons/{code}/closing',
    { path: { code } },
    isUnderWay ? { everyMs: LOOK_EVERY_MS } : {},
  );
  useNews('profit-sharing', SEASON, isUnderWay);
  const refresh = useRefresh();
  const told = closing.data?.value.state;
  useEffect(() => {
    // the season as it was read before does not know that it has closed meanwhile
    if (told !== undefined && told !== (state === 'locked' ? 'closed' : state)) refresh();
  });
  const books = <Shown read={closing}>{(value) => <Books closing={value} />}</Shown>;
  if (isUnderWay) return books;
  return (
    <details>
      <summary>{say('season.watch')}</summary>
      {books}
    </details>
  );
}

function Books({ closing }: { closing: Closing }) {
  const { state, services, left, unfinished } = closing;
  return (
    <section className="stack" aria-live="polite">
      <h2>{say('season.watch')}</h2>
      {state === 'closed' ? (
        <Notice kind="done">
          <p>{say('season.watchDone')}</p>
        </Notice>
      ) : (
        <p>{say('season.watchText')}</p>
      )}
      <ul className="cards">
        {services.map((service) => (
          <li key={service.service} className="card stack small">
            <strong>{serviceName(service.service)}</strong>
            <ServiceState service={service} isClosed={state === 'closed'} />
          </li>
        ))}
      </ul>
      <Table
        caption={say('season.watch')}
        rows={keptOf(closing)}
        keyOf={({ kind, writer }) => `${writer} ${kind}`}
        columns={[
          { head: say('season.kind'), cell: ({ kind }) => kindName(kind), by: ({ kind }) => kindName(kind) },
          {
            head: say('season.service'),
            cell: ({ writer }) => serviceName(writer),
            by: ({ writer }) => serviceName(writer),
          },
          {
            head: say('season.written'),
            cell: ({ written }) => inFigures(String(written)),
            by: ({ written }) => written,
            number: true,
          },
          { head: say('season.arrived'), cell: (kept) => <Arrived {...kept} /> },
        ]}
      />
      {left === null ? null : <p>{say('season.leftBy', { user: left.by, reason: left.reason })}</p>}
      {unfinished.length === 0 ? null : <UnfinishedList things={unfinished} />}
    </section>
  );
}

function ServiceState({
  service: { reported, unpublished, parked, waiting },
  isClosed,
}: {
  service: Service;
  isClosed: boolean;
}) {
  // that it has closed is told last, and is no record of the season
  if (isClosed) return <Pill kind="done">{say('season.hasReported')}</Pill>;
  const onTheWay = (unpublished ?? 0) + (waiting ?? 0);
  if (!reported) return <Pill kind="waiting">{say('season.reporting')}</Pill>;
  if ((parked ?? 0) > 0) return <Pill kind="refused">{say('season.parkedCount', { n: parked ?? 0 })}</Pill>;
  if (onTheWay > 0) return <Pill kind="waiting">{say('season.onTheWay', { n: onTheWay })}</Pill>;
  return <Pill kind="done">{say('season.hasReported')}</Pill>;
}

function Arrived({ applied, written, isEqual }: Kept) {
  if (applied.length === 0) return <span className="soft">{say('season.ownOnly')}</span>;
  return (
    <span className="stack small">
      {applied.map(({ service, count }) => (
        <span key={service}>
          {say('season.arrivedOf', {
            service: serviceName(service),
            applied: inFigures(String(count)),
            written: inFigures(String(written)),
          })}
          <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect className="tone-0" width={written === 0 ? 100 : Math.min(1, count / written) * 100} height="12" />
          </svg>
        </span>
      ))}
      {isEqual ? <Pill kind="done">{say('season.equal')}</Pill> : null}
    </span>
  );
}

type ServiceWord = Extract<PlainWord, `season.${string}`>;
const SERVICES = new Map<string, ServiceWord>([
  ['members', 'season.members'],
  ['production', 'season.production'],
  ['inventory', 'season.inventory'],
  ['sales', 'season.sales'],
  ['profit-sharing', 'season.profit-sharing'],
]);

/** What people call a part of the system. */
export function serviceName(service: string): string {
  const word = SERVICES.get(service);
  return word === undefined ? service : say(word);
}

/** The word stands with its article in the middle of a sentence; at the head of a row it stands alone. */
const kindName = (kind: string): string => wordOf('thing', kind).replace(/^(el|la|lo) /, '');
