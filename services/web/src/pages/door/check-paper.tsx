import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { askAsStranger } from '../../api/ask-as-stranger.js';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import './check-words.js';
import { DoorHead } from './door-head.js';
import { lastDoor } from './last-door.js';
import { useAttempt } from '../../hooks/use-attempt.js';

type Check = Answer<'GET /api/profit-sharing/v1/checks/{coop}/{code}'>;

/** What the books say of a paper that somebody holds in her hand: she need not sign in, and nobody is named. */
export default function CheckPaper() {
  const { coop, code } = useParams();
  const { problem, busy, attempt } = useAttempt();
  const [check, setCheck] = useState<Check>();
  const [before] = useState(lastDoor);

  const ask = (path: { coop: string; code: string }): Promise<boolean> =>
    attempt(async () => setCheck(await askAsStranger('GET /api/profit-sharing/v1/checks/{coop}/{code}', { path })));
  useEffect(() => {
    // the address of a QR says it all
    if (coop !== undefined && code !== undefined) void ask({ coop, code });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [coop, code]);

  const typed = (fields: Typed): Promise<boolean> => ask({ coop: fields.text('coop'), code: fields.text('code') });
  return (
    <main className="door stack" id="content">
      <DoorHead />
      <Page title={say('check.title')}>
        {check === undefined ? (
          <>
            <p>{say('check.intro')}</p>
            <Form onSend={typed} problem={problem} busy={busy} send={say('check.send')}>
              <TextField
                name="coop"
                label={say('check.coop')}
                defaultValue={coop ?? before.coop}
                autoCapitalize="none"
                required
              />
              <TextField
                name="code"
                label={say('check.code')}
                hint={say('check.codeHint')}
                defaultValue={code ?? ''}
                autoCapitalize="characters"
                autoComplete="off"
                required
              />
            </Form>
          </>
        ) : (
          <>
            <Checked check={check} />
            <Button onClick={() => setCheck(undefined)}>{say('check.another')}</Button>
          </>
        )}
      </Page>
    </main>
  );
}

function Checked({ check }: { check: Check }) {
  const { coop, season, of, amount, currency, fingerprint, state, resolution, holds } = check;
  return (
    <>
      <Notice kind={holds ? 'done' : 'waiting'} title={say(holds ? 'check.holds' : 'check.holdsNot')}>
        <p>
          {state !== 'approved' || resolution === null
            ? say(`check.${state}`)
            : say('check.approvedBy', { resolution })}
        </p>
      </Notice>
      <div className="card stack small">
        <p>{say('check.ofSeason', { season, coop })}</p>
        <p className="soft">{say('check.compare')}</p>
        <p>{say(of === 'member' ? 'check.ofMember' : 'check.ofHousehold')}</p>
        <p className="figure">{inMoney(amount, currency)}</p>
        <p className="soft mono">{say('check.fingerprint', { fingerprint })}</p>
      </div>
    </>
  );
}
