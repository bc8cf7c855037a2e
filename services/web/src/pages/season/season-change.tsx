import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Changes } from '../../design/changes.js';
import { Notice, Pill } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useNews } from '../../hooks/use-news.js';
import { useRead } from '../../hooks/use-read.js';
import { useRefresh } from '../../hooks/use-refresh.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordAlone } from '../../words/word-of.js';
import { serviceName } from './closing.js';
import { WithdrawDialog } from './withdraw-dialog.js';

type Season = Answer<'GET /api/profit-sharing/v1/seasons/{code}'>;
type Change = Answer<'GET /api/profit-sharing/v1/seasons/{code}/change'>;

const SEASON = 'ayni.profit-sharing.season-changed.v1,ayni.profit-sharing.season-withdrawn.v1';
/** Who has answered, and that one has refused, is told to nobody else: it is asked from time to time. */
const LOOK_EVERY_MS = 3_000;

/** Correcting and withdrawing an open season: what can be asked, and what all services said to what was asked last. */
export function SeasonChange({ season }: { season: Season }) {
  const { code, state } = season;
  const isAsking = state === 'changing';
  const change = useRead(
    'GET /api/profit-sharing/v1/seasons/{code}/change',
    { path: { code } },
    isAsking ? { everyMs: LOOK_EVERY_MS } : {},
  );
  useNews('profit-sharing', SEASON, isAsking);
  const refresh = useRefresh();
  const isAnswered = isAsking && change.data !== undefined && change.data.value.state !== 'asking';
  useEffect(() => {
    // the season as it was read before does not know what came of it
    if (isAnswered) refresh();
  });
  return (
    <section className="stack small">
      <Shown read={change}>{(asked) => <Asked season={season} change={asked} />}</Shown>
      {isAsking ? null : <Acts season={season} />}
    </section>
  );
}

/** What was asked last, as long as somebody has to know of it. */
function Asked({ season: { code }, change }: { season: Season; change: Change }) {
  const cancel = useAct('POST /api/profit-sharing/v1/seasons/{code}/change/cancellation');
  const isTreasurer = holds(useWho(), 'treasurer');
  const { state, services, days, withdrawal } = change;
  if (state === 'asking')
    return (
      <Notice kind="waiting" title={say(withdrawal === null ? 'season.asking' : 'season.askingWithdrawal')}>
        <p>{say('season.askingText')}</p>
        <ul className="row">
          {services.map(({ service, reported }) => (
            <li key={service}>
              {serviceName(service)}{' '}
              <Pill kind={reported ? 'done' : 'waiting'}>
                {say(reported ? 'season.hasAnswered' : 'season.hasNotAnswered')}
              </Pill>
            </li>
          ))}
        </ul>
        {cancel.problem === undefined ? null : <ProblemNotice problem={cancel.problem} />}
        {isTreasurer ? (
          <div>
            <Button busy={cancel.busy} onClick={() => void cancel.send({ path: { code } })}>
              {say('season.cancelChange')}
            </Button>
          </div>
        ) : null}
      </Notice>
    );
  if (state !== 'refused') return null;
  return (
    <Notice kind="refused" title={say(withdrawal === null ? 'season.notChanged' : 'season.notWithdrawn')}>
      <p>{say('season.daysInUse')}</p>
      <Table
        caption={say('season.daysInUse')}
        rows={days}
        keyOf={({ service, kind, day }) => `${service} ${kind} ${day}`}
        columns={[
          { head: say('season.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
          {
            head: say('season.kind'),
            cell: ({ kind }) => wordAlone('thing', kind),
            by: ({ kind }) => wordAlone('thing', kind),
          },
          {
            head: say('season.service'),
            cell: ({ service }) => serviceName(service),
            by: ({ service }) => serviceName(service),
          },
          {
            head: say('season.records'),
            cell: ({ records }) => inFigures(String(records)),
            by: ({ records }) => records,
            number: true,
          },
        ]}
      />
    </Notice>
  );
}

function Acts({ season }: { season: Season }) {
  const { code } = season;
  const [isWithdrawing, setWithdrawing] = useState(false);
  const changes = useList('GET /api/profit-sharing/v1/seasons/{code}/changes', { path: { code } });
  const isTreasurer = holds(useWho(), 'treasurer');
  return (
    <>
      {isTreasurer ? (
        <div className="row no-print">
          <Link href={`/gestion/${encodeURIComponent(code)}/corregir`} className="button">
            {say('season.correct')}
          </Link>
          <Button kind="grave" onClick={() => setWithdrawing(true)}>
            {say('season.withdraw')}
          </Button>
        </div>
      ) : null}
      {changes.items === undefined || changes.items.length === 0 ? null : (
        <details>
          <summary>{say('states.changes')}</summary>
          <Changes list={changes} />
        </details>
      )}
      {isWithdrawing ? <WithdrawDialog season={season} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}
