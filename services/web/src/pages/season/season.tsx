import { Link, useLocation, useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { LateHint } from '../../design/late-hint.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';
import { Check } from './check.js';
import { Closing } from './closing.js';
import { Figures } from './figures.js';
import { Rules } from './rules.js';
import { Reopening } from './reopening.js';
import { SeasonPapers } from './season-papers.js';
import { SeasonChange } from './season-change.js';
import { Shares } from './shares.js';
import { Steps } from './steps.js';

type SeasonRow = Answer<'GET /api/profit-sharing/v1/seasons/{code}'>;

/** A season: where it stands among its five steps, what is to be done now, and how it goes. */
export default function Season() {
  const { code = '' } = useParams();
  const season = useRead('GET /api/profit-sharing/v1/seasons/{code}', { path: { code } });
  return <Shown read={season}>{(shown) => <SeasonShown season={shown} />}</Shown>;
}

function SeasonShown({ season }: { season: SeasonRow }) {
  const { code, name, from, to, state } = season;
  const isShut = state === 'closed' || state === 'locked';
  const canOpen = holds(useWho(), 'treasurer');
  const runs = useList('GET /api/profit-sharing/v1/runs', { query: { season: code } });
  return (
    <Page
      title={name}
      acts={
        <>
          <OtherSeasons here={code} />
          <Link href="/gestion/de-antes" className="button plain">
            {say('accounts.oldSeasonsShort')}
          </Link>
          <Link href="/registros-tarde" className="button plain">
            {say('late.title')}
          </Link>
          {canOpen ? (
            <Link href="/gestion/abrir" className="button plain">
              {say('season.open')}
            </Link>
          ) : null}
        </>
      }
    >
      <p className="row">
        <span>{say('season.untilDay', { from: dayInWords(from), to: dayInWords(to) })}</span>
        <Pill kind={isShut ? 'done' : 'waiting'}>{wordOf('state', state)}</Pill>
      </p>
      <LateHint />
      <Steps state={state} runs={runs.items ?? []} />
      {state === 'open' ? <Check season={season} /> : null}
      {state === 'closing' || isShut ? <Closing season={season} /> : null}
      {isShut ? <Shares season={code} runs={runs} /> : null}
      {state === 'closed' && canOpen ? <Reopening season={season} /> : null}
      <Figures season={code} />
      <Rules season={season} />
      <SeasonPapers season={code} />
      {state === 'open' || state === 'changing' ? <SeasonChange season={season} /> : null}
    </Page>
  );
}

function OtherSeasons({ here }: { here: string }) {
  const seasons = useList('GET /api/profit-sharing/v1/seasons', {});
  const [, go] = useLocation();
  if ((seasons.items?.length ?? 0) < 2) return null;
  return (
    <label className="row">
      <span>{say('season.season')}</span>
      <select
        className="button"
        value={here}
        onChange={(event) => go(`/gestion/${encodeURIComponent(event.target.value)}`)}
      >
        {seasons.items?.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
