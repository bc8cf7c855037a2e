import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { signOut, whenSessionEnds } from '../api/session.js';
import type { Who } from '../api/who.js';
import { Loading } from '../design/loading.js';
import { WhoContext } from '../hooks/use-who.js';
import { keptWho } from '../offline/who.js';
import { SignIn } from '../pages/door/sign-in.js';
import { ErrorPage } from './error-page.js';
import { Frame } from './frame.js';
import { menuOf } from './menu-of.js';
import { NotFound } from './not-found.js';
import { places } from './places.js';

type Session =
  | { readonly state: 'looking' }
  | { readonly state: 'out'; readonly ended: boolean }
  | { readonly state: 'in'; readonly who: Who };

/** For whoever holds a paper, on whatever phone. */
const CheckPaper = lazy(() => import('../pages/door/check-paper.js'));

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
      <Frame who={who} onSignOut={() => void leave()}>
        <ErrorPage>
          <Switch>
            <Route path="/">
              <Redirect to={menuOf(who)[0]?.path ?? '/yo'} replace />
            </Route>
            {places.map(({ path, roles, Page }) => (
              <Route key={path} path={path}>
                {roles?.some((role) => who.roles.includes(role)) === false ? (
                  <NotFound />
                ) : (
                  <Suspense fallback={<Loading />}>
                    <Page />
                  </Suspense>
                )}
              </Route>
            ))}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </ErrorPage>
      </Frame>
    </WhoContext>
  );
}
