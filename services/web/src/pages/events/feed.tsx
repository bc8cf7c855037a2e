import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Button } from '../../design/button.js';
import { ChoiceField } from '../../design/field.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useNews } from '../../hooks/use-news.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';

const SERVICES = ['sales', 'members', 'production', 'inventory', 'profit-sharing'] as const;
type Service = (typeof SERVICES)[number];
const LIMIT = 50;

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
      <Events
        key={`${service} ${after}`}
        service={service}
        after={after}
        onMove={(position) => setAsked({ servicio: service, desde: position })}
      />
    </Page>
  );
}

function Events({ service, after, onMove }: { service: Service; after: string; onMove: (position: string) => void }) {
  const { coop } = useWho();
  const [isFollowing, setFollowing] = useState(true);
  const read = useRead(`GET /api/${service}/v1/events`, { query: { after, limit: LIMIT } });
  useNews(service, undefined, isFollowing);
  return (
    <>
      <div className="row">
        <Button onClick={() => setFollowing(!isFollowing)}>
          {say(isFollowing ? 'events.pause' : 'events.follow')}
        </Button>
        <Button onClick={() => onMove('0')}>{say('events.fromStart')}</Button>
      </div>
      <Shown read={read}>
        {({ events, next }) =>
          events.length === 0 ? (
            <p className="card">{say('events.none')}</p>
          ) : (
            <div className="stack">
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
