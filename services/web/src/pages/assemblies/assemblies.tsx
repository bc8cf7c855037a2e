import { Link } from 'wouter';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';

/** The assemblies of the co-op, the next ones first. */
export default function Assemblies() {
  const who = useWho();
  const list = useList('GET /api/members/v1/assemblies', {});
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  const [season] = (seasons.items ?? [])
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const call = holds(who, 'president', 'manager') ? (
    <Link className="button main" href="/asambleas/convocar">
      {say('assemblies.call')}
    </Link>
  ) : null;
  return (
    <Page
      title={say('assemblies.title')}
      acts={
        <>
          <Link className="button" href="/asambleas/reglas">
            {say('assemblies.rules')}
          </Link>
          {season === undefined ? null : (
            <Link className="button" href={`/gestion/${encodeURIComponent(season.code)}/comparar`}>
              {say('scenarios.title')}
            </Link>
          )}
          {call}
        </>
      }
    >
      <ShownList list={list} empty={<p>{say('assemblies.none')}</p>}>
        {(items) => (
          <Table
            caption={say('assemblies.title')}
            rows={[...items].reverse()}
            keyOf={({ code }) => code}
            columns={[
              {
                head: say('assemblies.day'),
                cell: ({ code, startsAt }) => (
                  <Link href={`/asambleas/${code}`}>{moment(startsAt, who.coop.timezone)}</Link>
                ),
                by: ({ startsAt }) => startsAt,
              },
              { head: say('assemblies.place'), cell: ({ place }) => place, by: ({ place }) => place },
              {
                head: say('assemblies.state'),
                cell: ({ state }) => (
                  <Pill kind={state === 'closed' ? 'done' : state === 'open' ? 'waiting' : 'plain'}>
                    {say(`assemblies.${state}`)}
                  </Pill>
                ),
                by: ({ state }) => say(`assemblies.${state}`),
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}
