import { choosePassword } from '../../api/session.js';
import type { Who } from '../../api/who.js';
import { PasswordField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { say } from '../../words/say.js';
import type { Credentials } from './credentials.js';
import { useAttempt } from '../../hooks/use-attempt.js';

/** A password of her own in the place of the one that she was given, which is good for nothing else. */
export function ChoosePassword({ given, onSignedIn }: { given: Credentials; onSignedIn: (who: Who) => void }) {
  const { problem, busy, attempt } = useAttempt();
  const choose = (typed: Typed): Promise<boolean> => {
    return attempt(async () => {
      const signedIn = await choosePassword(given, typed.text('password'));
      if ('who' in signedIn) onSignedIn(signedIn.who);
    });
  };
  return (
    <Page title={say('signIn.chooseTitle')}>
      <p>{say('signIn.chooseText')}</p>
      <Form onSend={choose} problem={problem} busy={busy} send={say('signIn.chooseEnter')}>
        <PasswordField name="password" label={say('signIn.newPassword')} autoComplete="new-password" />
      </Form>
    </Page>
  );
}
