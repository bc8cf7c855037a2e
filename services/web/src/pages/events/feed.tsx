import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Button } from '../../design/button.js';
import { ChoiceField } from '../../design/field.js';
import { Loading } from '../../design/loading.js';
import { Page } from '../../design/page.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { Shown } from '../../design/shown.js';
import { useNews } from '../../hooks/use-news.js';
import { useRead } from '../../hooks/use-read.js';
import { useTail, type Told as ToldEvent } from '../../hooks/use-tail.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';

const SERVICES = ['sales', 'members', 'production', 'inventory', 'profit-sharing'] as const;
type Service = (typeof SERVICES)[number];
const LIMIT = 50;
const NOW = 'ahora';

/** The public events of a service, as a program gets them, from any position on. */
export default function Feed() {
  const [asked, setAsked] = useSearchParams();
  const service = SERVICES.find((one) => one === asked.get('servicio')) ?? 'sales';
  const after = asked.get('desde') ?? '0';
  return (
    <Page
      title={say('events.title')}
      acts={
        <>
          <a className="button" href="/docs">
            {say('events.api')}
          </a>
          <a className="button" href="/schemas">
            {say('events.schemas')}
          </a>
        </>
      }
    >
      <p>{say('events.intro')}</p>
      <ChoiceField
        name="service"
        label={say('events.service')}
        defaultValue={service}
        choices={SERVICES.map((one) => ({ value: one, label: say(`events.${one}`) }))}
        onChoose={(chosen) => setAsked({ servicio: chosen })}
      />
      <div className="row">
        <Button onClick={() => setAsked({ servicio: service, desde: '0' })}>{say('events.fromStart')}</Button>
        <Button onClick={() => setAsked({ servicio: service, desde: NOW })}>{say('events.fromNow')}</Button>
      </div>
      {after === NOW ? (
        <Tail key={service} service={service} />
      ) : (
        <Events
          key={`${service} ${after}`}
          service={service}
          after={after}
          onMove={(position) => setAsked({ servicio: service, desde: position })}
        />
      )}
    </Page>
  );
}

function Events({ service, after, onMove }: { service: Service; after: string; onMove: (position: string) => void }) {
  const [isFollowing, setFollowing] = useState(true);
  const read = useRead(`GET /api/${service}/v1/events`, { query: { after, limit: LIMIT } });
  useNews(service, undefined, isFollowing);
  return (
    <>
      <div className="row">
        <Button onClick={() => setFollowing(!isFollowing)}>
          {say(isFollowing ? 'events.pause' : 'events.follow')}
        </Button>
      </div>
      <Shown read={read}>
        {({ events, next }) =>
          events.length === 0 ? (
            <p className="card">{say('events.none')}</p>
          ) : (
            <div className="stack">
              <Told events={events} />
              <div>
                <Button onClick={() => onMove(next)}>{say('events.next')}</Button>
              </div>
            </div>
          )
        }
      </Shown>
    </>
  );
}

/** What happens from now on, the newest first. */
function Tail({ service }: { service: Service }) {
  const { events, problem } = useTail(service);
  return (
    <div className="stack" aria-live="polite">
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {events === undefined && problem === undefined ? <Loading /> : null}
      {events?.length === 0 ? <p className="card">{say('events.noneNow')}</p> : <Told events={events ?? []} />}
    </div>
  );
}

function Told({ events }: { events: readonly ToldEvent[] }) {
  const { coop } = useWho();
  return (
    <ol className="stack small">
      {events.map((event) => (
        <li key={event.id} className="card">
          <details>
            <summary>
              <strong>{event.type}</strong> · {event.subject} · {moment(event.time, coop.timezone)}
            </summary>
            <pre className="code">{JSON.stringify(event, null, 2)}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
