import { useState } from 'react';
import { currencies } from '@ayni/kernel';
import { useLocation } from 'wouter';
import { askAsStranger } from '../../api/ask-as-stranger.js';
import { signIn } from '../../api/session.js';
import type { Who } from '../../api/who.js';
import { ExampleCard } from '../../design/example-card.js';
import { ChoiceField, PasswordField, TextField } from '../../design/field.js';
import { Form, useForm, type Typed } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { codeFrom } from './code-from.js';
import { rememberDoor } from './last-door.js';
import { useAttempt } from '../../hooks/use-attempt.js';

const nameOf = (currency: string): string =>
  new Intl.DisplayNames(language(), { type: 'currency' }).of(currency) ?? currency;

const zones = (): readonly string[] => ['America/La_Paz', ...Intl.supportedValuesOf('timeZone')];

/** The first day: the books of a co-op are opened with the code that the system printed. */
export function SetUp({ onSignedIn }: { onSignedIn: (who: Who) => void }) {
  const { problem, busy, attempt } = useAttempt();
  const [, goTo] = useLocation();

  const open = (typed: Typed): Promise<boolean> => {
    const coop = {
      code: typed.text('code'),
      name: typed.text('name'),
      currency: typed.text('currency'),
      timezone: typed.text('timezone'),
    };
    const user = { name: typed.text('user'), password: typed.text('password') };
    return attempt(async () => {
      await askAsStranger('POST /api/members/v1/setup', { body: { setupCode: typed.text('setupCode'), coop, user } });
      const request = { coop: coop.code, user: user.name, password: user.password };
      rememberDoor(request);
      const signedIn = await signIn(request);
      if (!('who' in signedIn)) return;
      goTo('/primeros-pasos');
      onSignedIn(signedIn.who);
    });
  };

  return (
    <Page title={say('setUp.title')}>
      <p>{say('setUp.text')}</p>
      <Form onSend={open} problem={problem} busy={busy} send={say('setUp.open')} draft="set-up">
        <TextField name="setupCode" label={say('setUp.code')} autoComplete="off" required />
        <NameAndCode />
        <ChoiceField
          name="currency"
          at="/coop/currency"
          label={say('setUp.currency')}
          defaultValue="BOB"
          choices={currencies().map((currency) => ({ value: currency, label: `${currency} · ${nameOf(currency)}` }))}
        />
        <ChoiceField
          name="timezone"
          at="/coop/timezone"
          label={say('setUp.timezone')}
          defaultValue="America/La_Paz"
          choices={[...new Set(zones())].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <TextField
          name="user"
          at="/user/name"
          label={say('setUp.firstUser')}
          hint={say('setUp.firstUserHint')}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <PasswordField name="password" at="/user/password" label={say('signIn.password')} autoComplete="new-password" />
      </Form>
      <ExampleCard />
    </Page>
  );
}

/** The name of the co-op, and its code, which follows the name until somebody writes another. */
function NameAndCode() {
  const { draftOf } = useForm();
  const [name, setName] = useState(draftOf('name') ?? '');
  const [code, setCode] = useState(draftOf('code'));
  return (
    <>
      <TextField
        name="name"
        at="/coop/name"
        label={say('setUp.coopName')}
        required
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        name="code"
        at="/coop/code"
        label={say('signIn.coop')}
        hint={say('setUp.coopCodeHint')}
        value={code ?? codeFrom(name)}
        onChange={(event) => setCode(event.target.value)}
        autoCapitalize="none"
        required
      />
    </>
  );
}
