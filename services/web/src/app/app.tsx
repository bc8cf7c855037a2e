import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { signOut, whenSessionEnds } from '../api/session.js';
import type { Who } from '../api/who.js';
import { Loading } from '../design/loading.js';
import { WhoContext } from '../hooks/use-who.js';
import { keptWho } from '../offline/who.js';
import { SignIn } from '../pages/door/sign-in.js';
import { fetchAllWords } from '../words/say.js';
import { ErrorPage } from './error-page.js';
import { Frame } from './frame.js';
import { phonePlaces } from './phone-places.js';
import { placed } from './placed.js';
import { useMenu } from './use-menu.js';

type Session =
  | { readonly state: 'looking' }
  | { readonly state: 'out'; readonly ended: boolean }
  | { readonly state: 'in'; readonly who: Who };

/** For whoever holds a paper, on whatever phone. */
const CheckPaper = lazy(() => import('../pages/door/check-paper.js'));

const phonePages = placed(phonePlaces);

/** All other pages, with their words. */
const OfficePages = lazy(async () => {
  const [pages] = await Promise.all([import('./office-pages.js'), fetchAllWords()]);
  return pages;
});

/** The pages: one that needs no sign-in, and all others. */
export function App() {
  return (
    <Switch>
      <Route path="/comprobar/:coop?/:code?">
        <ErrorPage>
          <Suspense fallback={<Loading />}>
            <CheckPaper />
          </Suspense>
        </ErrorPage>
      </Route>
      <Route>
        <SignedPages />
      </Route>
    </Switch>
  );
}

/** The pages: those of the door for who is not signed in, and her own for who is. */
function SignedPages() {
  const [session, setSession] = useState<Session>({ state: 'looking' });
  const queries = useQueryClient();

  useEffect(() => {
    whenSessionEnds(() => setSession({ state: 'out', ended: true }));
    keptWho().then(
      (who) => setSession(who === undefined ? { state: 'out', ended: false } : { state: 'in', who }),
      () => setSession({ state: 'out', ended: false }),
    );
  }, []);

  const leave = async (): Promise<void> => {
    await signOut();
    queries.clear();
    setSession({ state: 'out', ended: false });
  };

  if (session.state === 'looking') return <Loading />;
  if (session.state === 'out')
    return (
      <ErrorPage>
        <SignIn ended={session.ended} onSignedIn={(who) => setSession({ state: 'in', who })} />
      </ErrorPage>
    );
  const { who } = session;
  return (
    <WhoContext value={who}>
      <ErrorPage>
        <Suspense fallback={<Loading />}>
          <Inside who={who} onSignOut={() => void leave()} />
        </Suspense>
      </ErrorPage>
    </WhoContext>
  );
}

/** The pages of whoever is signed in, with what stands around them. */
function Inside({ who, onSignOut }: { who: Who; onSignOut: () => void }) {
  const menu = useMenu(who);
  return (
    <Frame who={who} menu={menu} onSignOut={onSignOut}>
      <ErrorPage>
        <Switch>
          <Route path="/">
            <Redirect to={menu[0]?.path ?? '/yo'} replace />
          </Route>
          {phonePages(who)}
          <Route>
            <Suspense fallback={<Loading />}>
              <OfficePages />
            </Suspense>
          </Route>
        </Switch>
      </ErrorPage>
    </Frame>
  );
}
