import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { signOut, whenSessionEnds } from '../api/session.js';
import type { Who } from '../api/who.js';
import { fetched } from '../design/fetched.js';
import { Loading } from '../design/loading.js';
import { WhoContext } from '../hooks/use-who.js';
import { SignIn } from '../pages/door/sign-in.js';
import { fetchAllWords } from '../words/say.js';
import { ErrorPage } from './error-page.js';
import { Frame } from './frame.js';
import { phonePages } from './phone-pages.js';
import { useMenu } from './use-menu.js';

type Session = { readonly state: 'out'; readonly ended: boolean } | { readonly state: 'in'; readonly who: Who };

/** For whoever holds a paper, on whatever phone. */
const CheckPaper = fetched(() => import('../pages/door/check-paper.js'));

/** All other pages, with their words. */
const OfficePages = fetched(async () => {
  const [pages] = await Promise.all([import('./office-pages.js'), fetchAllWords()]);
  return pages;
});

/** The pages: one that needs no sign-in, and all others. @param who is signed in on this device */
export function App({ who }: { who: Who | undefined }) {
  return (
    <Switch>
      <Route path="/comprobar/:coop?/:code?">
        <ErrorPage>
          <CheckPaper />
        </ErrorPage>
      </Route>
      <Route>
        <SignedPages first={who} />
      </Route>
    </Switch>
  );
}

/** The pages: those of the door for who is not signed in, and her own for who is. */
function SignedPages({ first }: { first: Who | undefined }) {
  const [session, setSession] = useState<Session>(
    first === undefined ? { state: 'out', ended: false } : { state: 'in', who: first },
  );
  const queries = useQueryClient();

  useEffect(() => whenSessionEnds(() => setSession({ state: 'out', ended: true })), []);

  const leave = async (): Promise<void> => {
    await signOut();
    queries.clear();
    setSession({ state: 'out', ended: false });
  };

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
        <Inside who={who} onSignOut={() => void leave()} />
      </ErrorPage>
    </WhoContext>
  );
}

/** The pages of whoever is signed in, with what stands around them. */
function Inside({ who, onSignOut }: { who: Who; onSignOut: () => void }) {
  const menu = useMenu(who);
  if (menu === undefined) return <Loading />;
  return (
    <Frame who={who} menu={menu} onSignOut={onSignOut}>
      <ErrorPage>
        <Switch>
          <Route path="/">
            <Redirect to={menu[0]?.path ?? '/yo'} replace />
          </Route>
          {phonePages.routesFor(who)}
          <Route>
            <OfficePages />
          </Route>
        </Switch>
      </ErrorPage>
    </Frame>
  );
}
