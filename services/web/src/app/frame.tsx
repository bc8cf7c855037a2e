import { Ellipsis } from 'lucide-react';
import { Fragment, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { isClockWrong, onClock, serverNow } from '../api/server-time.js';
import type { Who } from '../api/who.js';
import { Button } from '../design/button.js';
import { Dialog } from '../design/dialog.js';
import { useRead } from '../hooks/use-read.js';
import { useOnline } from '../hooks/use-online.js';
import { useTrouble } from '../hooks/use-trouble.js';
import { useWaiting } from '../hooks/use-waiting.js';
import { moment } from '../words/dates.js';
import { chooseLanguage, language } from '../words/language.js';
import { say } from '../words/say.js';
import { NewVersion } from './new-version.js';
import type { MenuItem } from './phone-menu.js';

/** A phone has room for so many below; the others are behind "more". */
const BELOW = 4;

type FrameProps = {
  readonly who: Who;
  readonly menu: readonly MenuItem[];
  readonly onSignOut: () => void;
  readonly children: ReactNode;
};

/** What stands around every page: whose books they are, the menu, and what she should know wherever she is. */
export function Frame({ who, menu, onSignOut, children }: FrameProps) {
  const first = menu.slice(0, menu.length > BELOW + 1 ? BELOW : menu.length);
  const rest = menu.slice(first.length);
  return (
    <div className="frame">
      <a className="skip visually-hidden" href="#content">
        {say('frame.skip')}
      </a>
      <header className="frame-head">
        <span className="name">{who.coop.name}</span>
        <ToSend />
        <button type="button" className="button bare" lang={language() === 'es' ? 'en' : 'es'} onClick={switchLanguage}>
          {say('frame.language')}
        </button>
        <SignOut onSignOut={onSignOut} />
      </header>
      <ExampleBand />
      <Offline />
      <WrongClock timezone={who.coop.timezone} />
      <Trouble />
      <NewVersion />
      <div className="frame-body">
        <nav className="menu" aria-label={say('frame.menu')}>
          <ul className="menu-list">
            {menu.map((item, index) => (
              <Fragment key={item.path}>
                {item.group === undefined || item.group === menu[index - 1]?.group ? null : (
                  <li className="group only-laptop">{say(item.group)}</li>
                )}
                <MenuLine {...item} {...(index < first.length ? {} : { only: 'laptop' })} />
              </Fragment>
            ))}
            {rest.length === 0 ? null : (
              <li className="rest only-phone">
                <details>
                  <summary>
                    <Ellipsis aria-hidden="true" />
                    {say('frame.more')}
                  </summary>
                  <ul>
                    {rest.map((item) => (
                      <MenuLine key={item.path} {...item} />
                    ))}
                  </ul>
                </details>
              </li>
            )}
          </ul>
        </nav>
        <main id="content">{children}</main>
      </div>
    </div>
  );
}

function MenuLine({ path, word, sign: Sign, only }: MenuItem & { only?: 'laptop' }) {
  const [at] = useLocation();
  const isHere = at === path || at.startsWith(`${path}/`);
  return (
    <li className={only === 'laptop' ? 'only-laptop' : undefined}>
      <Link
        href={path}
        aria-current={isHere ? 'page' : undefined}
        // the list of the others closes behind whoever chose
        onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
      >
        <Sign aria-hidden="true" />
        {say(word)}
      </Link>
    </li>
  );
}

/** Asks first where something waits: nobody else sends it. */
function SignOut({ onSignOut }: { onSignOut: () => void }) {
  const waiting = useWaiting();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="bare" onClick={waiting > 0 ? () => setAsking(true) : onSignOut}>
        {say('frame.signOut')}
      </Button>
      {isAsking ? (
        <Dialog title={say('queue.signOutTitle')} onClose={() => setAsking(false)}>
          <p>{say('queue.signOutText')}</p>
          <div className="row">
            <Link href="/por-enviar" className="button" onClick={() => setAsking(false)}>
              {say('queue.title')}
            </Link>
            <Button kind="grave" onClick={onSignOut}>
              {say('queue.signOutAnyway')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

/** How many commands wait on this device, always in sight. */
function ToSend() {
  const waiting = useWaiting();
  if (waiting === 0) return null;
  return (
    <Link href="/por-enviar" className="pill waiting">
      {say('frame.waiting', { n: waiting })}
    </Link>
  );
}

function Offline() {
  if (useOnline()) return null;
  return (
    <p className="band example" role="status">
      {say('frame.offline')}
    </p>
  );
}

/** What is noted has the office's time: who looks at her own clock should know. */
function WrongClock({ timezone }: { timezone: string }) {
  if (!useSyncExternalStore(onClock, isClockWrong)) return null;
  return (
    <p className="band example" role="status">
      {say('frame.wrongClock', { moment: moment(serverNow(), timezone) })}
    </p>
  );
}

/** Each part of a page says by itself that it is not there, but what only lends names and choices has no place to. */
function Trouble() {
  const trouble = useTrouble();
  if (!useOnline() || trouble === undefined) return null;
  return (
    <p className="band example" role="status">
      {troubleWord(trouble)}
    </p>
  );
}

function troubleWord(trouble: string): string {
  if (trouble === 'unreachable') return say('states.unreachableTitle');
  return trouble === 'away' ? say('states.awayTitle') : `${say('states.refusedTitle')}: ${trouble}`;
}

/** On every page of books of which nothing is of a real co-op. */
function ExampleBand() {
  const { data } = useRead('GET /api/members/v1/setup', {}, { kept: true });
  return data?.value.isExample ? <p className="band example">{say('frame.example')}</p> : null;
}

function switchLanguage(): void {
  chooseLanguage(language() === 'es' ? 'en' : 'es');
  // every word on the page is another one
  window.location.reload();
}
