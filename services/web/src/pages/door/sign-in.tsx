import { useEffect, useState } from 'react';
import { askAsStranger } from '../../api/ask-as-stranger.js';
import { signIn } from '../../api/session.js';
import type { Who } from '../../api/who.js';
import { fetched } from '../../design/fetched.js';
import { Form, type Typed } from '../../design/form.js';
import { PasswordField, TextField } from '../../design/field.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { fetchAllWords, say } from '../../words/say.js';
import { ChoosePassword } from './choose-password.js';
import type { Credentials } from './credentials.js';
import { DoorHead } from './door-head.js';
import { lastDoor, rememberDoor } from './last-door.js';
import { useAttempt } from '../../hooks/use-attempt.js';

/** Needed on one day of a co-op's life. */
const SetUp = fetched(async () => {
  const [{ SetUp: page }] = await Promise.all([import('./set-up.js'), fetchAllWords()]);
  return { default: page };
});

/** The door: signing in, and what comes before it on a first day. */
export function SignIn({ ended, onSignedIn }: { ended: boolean; onSignedIn: (who: Who) => void }) {
  const { problem, busy, attempt } = useAttempt();
  const [choosing, setChoosing] = useState<Credentials>();
  const [{ isNew, isExample }, setDoor] = useState({ isNew: false, isExample: false });
  const [before] = useState(lastDoor);

  useEffect(() => {
    askAsStranger('GET /api/members/v1/setup', {}).then(
      setDoor,
      // without a line it is the door of books that are there
      () => undefined,
    );
  }, []);

  const enter = (typed: Typed): Promise<boolean> => {
    const request = { coop: typed.text('coop'), user: typed.text('user'), password: typed.text('password') };
    return attempt(async () => {
      const signedIn = await signIn(request);
      rememberDoor(request);
      if ('choosing' in signedIn) setChoosing(request);
      else onSignedIn(signedIn.who);
    });
  };

  return (
    <main className="door stack" id="content">
      <DoorHead />
      {isExample ? <p className="band example">{say('frame.example')}</p> : null}
      {isNew ? (
        <SetUp onSignedIn={onSignedIn} />
      ) : choosing !== undefined ? (
        <ChoosePassword given={choosing} onSignedIn={onSignedIn} />
      ) : (
        <Page title={say('signIn.title')}>
          {ended ? (
            <Notice kind="waiting">
              <p>{say('signIn.ended')}</p>
            </Notice>
          ) : null}
          <Form onSend={enter} problem={problem} busy={busy} send={say('signIn.enter')}>
            <TextField
              name="coop"
              label={say('signIn.coop')}
              defaultValue={before.coop}
              autoComplete="organization"
              autoCapitalize="none"
              required
            />
            <TextField
              name="user"
              label={say('signIn.user')}
              defaultValue={before.user}
              autoComplete="username"
              autoCapitalize="none"
              required
            />
            <PasswordField name="password" label={say('signIn.password')} autoComplete="current-password" />
          </Form>
        </Page>
      )}
      {window.isSecureContext ? null : (
        <Notice kind="waiting">
          <p>{say('frame.notSecure')}</p>
        </Notice>
      )}
    </main>
  );
}
