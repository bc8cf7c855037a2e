import { useEffect, useState } from 'react';
import { askExample, type Example } from '../api/example.js';
import { say } from '../words/say.js';
import { wordAlone } from '../words/word-of.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

const LOOK_EVERY_MS = 2_000;

/** An invented co-op to look at, in books apart on this machine: opened, entered, and deleted whole. */
export function ExampleCard() {
  const [example, setExample] = useState<Example>();
  const [busy, setBusy] = useState(false);
  const [wasHere, setWasHere] = useState(false);
  const isComing = example?.state === 'preparing';
  useEffect(() => {
    void askExample('GET').then(setExample);
    if (!isComing) return undefined;
    const timer = setInterval(() => void askExample('GET').then(setExample), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isComing]);

  const act = (method: 'POST' | 'DELETE'): void => {
    setBusy(true);
    setWasHere(example?.state === 'here');
    void askExample(method)
      .then(setExample)
      .finally(() => setBusy(false));
  };
  if (example === undefined) return null;
  const { state, url, coop, people } = example;
  if (wasHere && state === 'none')
    return (
      <Notice kind="done">
        <p>{say('setUp.exampleRemoved')}</p>
      </Notice>
    );
  return (
    <section className="card stack small no-print">
      <h2>{say(state === 'here' ? 'setUp.exampleHere' : 'setUp.seeExample')}</h2>
      <p>{say(state === 'here' ? 'setUp.exampleHereText' : 'setUp.exampleText')}</p>
      {isComing ? <p role="status">{say('setUp.preparing')}</p> : null}
      {state === 'ready' ? (
        <>
          <div>
            <a className="button main" href={url} target="_blank" rel="noreferrer">
              {say('setUp.openExample')}
            </a>
          </div>
          <p>{say('setUp.enterExample', { coop })}</p>
          <dl>
            {people.map(({ name, roles, password }) => (
              <div key={name} className="pair">
                <dt>
                  {name} ({roles.map((role) => wordAlone('role', role)).join(', ')})
                </dt>
                <dd>{password}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      <div className="row">
        {state === 'none' || state === 'kept' ? (
          <Button busy={busy} onClick={() => act('POST')}>
            {say('setUp.seeExample')}
          </Button>
        ) : null}
        {state === 'none' ? null : (
          <Button kind="grave" busy={busy} onClick={() => act('DELETE')}>
            {say('setUp.removeExample')}
          </Button>
        )}
      </div>
    </section>
  );
}
