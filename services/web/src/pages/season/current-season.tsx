import { isApproved } from '../../api/approved.js';
import { Link, Redirect } from 'wouter';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { useList } from '../../hooks/use-list.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';

/** Leads to the season that is to be worked on: the first that is not closed and shared, else the last. */
export default function CurrentSeason() {
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  const runs = useWhole('GET /api/profit-sharing/v1/runs', {});
  const shared = new Set(runs.data?.value.filter(({ state }) => isApproved(state)).map(({ season }) => season));
  const standing = (seasons.items ?? [])
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const current = standing.find(({ code }) => !shared.has(code)) ?? standing.at(-1);
  const canOpen = holds(useWho(), 'treasurer');

  if (current !== undefined && !runs.isPending)
    return <Redirect to={`/gestion/${encodeURIComponent(current.code)}`} replace />;
  return (
    <Page title={say('season.title')}>
      <ShownList
        list={seasons}
        empty={
          <>
            <p>{say('season.none')}</p>
            {canOpen ? (
              <div>
                <Link href="/gestion/abrir" className="button main">
                  {say('season.open')}
                </Link>
              </div>
            ) : null}
            <p>
              <Link href="/gestion/de-antes">{say('accounts.oldSeasonsShort')}</Link>
            </p>
          </>
        }
      >
        {() => null}
      </ShownList>
    </Page>
  );
}
