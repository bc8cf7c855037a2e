import { useRef, useState } from 'react';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { useKept } from '../../hooks/use-kept.js';
import { copyOfQueue, takeCopy } from '../../offline/copy.js';
import type { KeptCommand, KeptState } from '../../offline/kept-command.js';
import { giveUp } from '../../offline/queue.js';
import { sendNow } from '../../offline/sending.js';
import { say } from '../../words/say.js';
import { CommandCard } from './command-card.js';

const MANY = 100;
const OLD_MS = 7 * 86_400_000;

const SECTIONS = [
  ['refused', 'queue.refused'],
  ['waiting', 'queue.waiting'],
  ['handed-over', 'queue.handedOver'],
  ['given-up', 'queue.givenUp'],
  ['sent', 'queue.sent'],
] as const satisfies readonly (readonly [KeptState, string])[];

/** What this device has kept of hers: what waits, what was refused and why, and what has arrived. */
export default function ToSend() {
  const read = useKept();
  const kept = read ?? [];
  const [giving, setGiving] = useState<KeptCommand>();
  const waiting = kept.filter(({ state }) => state === 'waiting');
  const isOld = waiting.some(({ keptAt }) => isLongAgo(keptAt));
  return (
    <Page
      title={say('queue.title')}
      acts={
        <Button kind="main" onClick={() => void sendNow()}>
          {say('queue.sendNow')}
        </Button>
      }
    >
      <p>{say('queue.intro')}</p>
      {waiting.length > MANY || isOld ? (
        <Notice kind="waiting">
          <p>{say(isOld ? 'queue.old' : 'queue.many')}</p>
        </Notice>
      ) : null}
      {read === undefined || kept.some(({ state }) => state === 'waiting' || state === 'refused') ? null : (
        <div className="card">
          <p>{say('queue.nothing')}</p>
        </div>
      )}
      {SECTIONS.map(([state, title]) => {
        const of = kept.filter((command) => command.state === state);
        return of.length === 0 ? null : (
          <section key={state} className="stack small">
            <h2>{say(title)}</h2>
            <ul className="stack small">
              {of.map((command) => (
                <CommandCard key={command.key} command={command} onGiveUp={() => setGiving(command)} />
              ))}
            </ul>
          </section>
        );
      })}
      <Copies />
      {giving === undefined ? null : (
        <ReasonDialog
          title={say('queue.giveUpTitle', { label: giving.label })}
          text={say('queue.giveUpText')}
          send={say('queue.giveUp')}
          act={{ busy: false, problem: undefined }}
          onReason={(reason) => giveUp(giving.key, reason)}
          onClose={() => setGiving(undefined)}
        />
      )}
    </Page>
  );
}

const isLongAgo = (keptAt: number): boolean => Date.now() - keptAt > OLD_MS;

/** A copy of what waits, to a file and back. */
function Copies() {
  const file = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<{ readonly taken: number | undefined }>();
  const save = async (): Promise<void> => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await copyOfQueue()], { type: 'application/json' }));
    link.download = 'ayni-por-enviar.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen !== undefined) setTold({ taken: await takeCopy(await chosen.text()) });
    if (file.current) file.current.value = '';
  };
  return (
    <section className="stack small">
      <div className="row">
        <Button onClick={() => void save()}>{say('queue.saveCopy')}</Button>
        <Button onClick={() => file.current?.click()}>{say('queue.readCopy')}</Button>
        <input
          ref={file}
          type="file"
          accept="application/json"
          hidden
          aria-label={say('queue.readCopy')}
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
      {told === undefined ? null : (
        <Notice kind={told.taken === undefined ? 'refused' : 'done'}>
          <p>{told.taken === undefined ? say('queue.badCopy') : say('queue.copyRead', { n: told.taken })}</p>
        </Notice>
      )}
    </section>
  );
}
