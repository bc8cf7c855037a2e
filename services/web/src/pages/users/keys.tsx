import { wordFor } from '@ayni/kernel';
import { useState } from 'react';
import type { Sent } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { CheckField, DayField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Notice, Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInShort, moment } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';

type Scope = Sent<'POST /api/members/v1/api-keys'>['body']['scopes'][number];

/** What a program may be let read, in the order in which people look for it. */
const READS: readonly Scope[] = [
  ...(['events:read', 'sales:read', 'harvests:read', 'stock:read', 'lots:read', 'products:read'] as const),
  ...(['markets:read', 'expenses:read', 'ledger:read', 'seasons:read', 'runs:read', 'coop:read'] as const),
];

/** Keys with which programs enter. */
export default function Keys() {
  const who = useWho();
  const { coop } = who;
  const presides = holds(who, 'president');
  const keys = useList('GET /api/members/v1/api-keys', {});
  const make = useAct('POST /api/members/v1/api-keys');
  const end = useAct('POST /api/members/v1/api-keys/{name}/ending');
  const [made, setMade] = useState<string>();
  const send = async (typed: Typed): Promise<boolean> => {
    const ticked = typed.all('scopes');
    const body = {
      name: typed.text('name'),
      roles: ['integrator' as const],
      scopes: READS.filter((scope) => ticked.includes(scope)),
      ...typed.optional('expiresOn'),
    };
    const answer = await make.send({ body });
    setMade(answer?.key ?? undefined);
    return answer !== undefined;
  };
  return (
    <Page title={say('users.keysTitle')}>
      <p>{say('users.keysIntro')}</p>
      {made === undefined ? null : (
        <Notice kind="done" title={say('users.keyMade')}>
          <code className="fingerprint">{made}</code>
        </Notice>
      )}
      <ShownList list={keys} empty={<p>{say('users.noKeys')}</p>}>
        {(rows) => (
          <Table
            caption={say('users.keysTitle')}
            rows={rows}
            keyOf={({ name }) => name}
            columns={[
              {
                head: say('users.keyName'),
                cell: ({ name, prefix }) => `${name} (${prefix}…)`,
                by: ({ name }) => name,
              },
              {
                head: say('users.keyReads'),
                cell: ({ scopes }) => scopes.map(scopeInWords).join(', '),
                by: ({ scopes }) => scopes.map(scopeInWords).join(', '),
              },
              {
                head: say('users.keyUntil'),
                cell: ({ expiresOn }) => dayInShort(expiresOn),
                by: ({ expiresOn }) => expiresOn,
              },
              {
                head: say('users.keyUsed'),
                cell: ({ usedAt }) => (usedAt === null ? say('users.never') : moment(usedAt, coop.timezone)),
                by: ({ usedAt }) => usedAt,
              },
              {
                head: say('users.state'),
                cell: ({ name, endedAt }) =>
                  endedAt === null ? (
                    <span className="row">
                      <Pill kind="done">{say('users.keyValid')}</Pill>
                      {presides ? (
                        <Button kind="grave" busy={end.busy} onClick={() => void end.send({ path: { name } })}>
                          {say('users.endKey')}
                        </Button>
                      ) : null}
                    </span>
                  ) : (
                    <Pill kind="plain">{say('users.keyEnded')}</Pill>
                  ),
              },
            ]}
          />
        )}
      </ShownList>
      {presides ? (
        <section className="card">
          <Form onSend={send} problem={make.problem} busy={make.busy} send={say('users.makeKey')}>
            <div className="fields">
              <TextField name="name" label={say('users.keyName')} autoCapitalize="none" required />
              <DayField name="expiresOn" label={say('users.keyUntil')} hint={say('forms.optional')} />
            </div>
            <fieldset className="field">
              <legend>{say('users.keyReads')}</legend>
              <div className="fields">
                {READS.map((scope) => (
                  <CheckField key={scope} name="scopes" value={scope} label={scopeInWords(scope)} />
                ))}
              </div>
            </fieldset>
          </Form>
        </section>
      ) : (
        <p>{say('users.keysByPresident')}</p>
      )}
    </Page>
  );
}

/** What a scope is about, in words; a writing one says so. */
function scopeInWords(scope: string): string {
  const [what = '', act] = scope.split(':');
  const word = wordFor('list', what, language()) ?? wordFor('field', what, language()) ?? what;
  const label = word.charAt(0).toUpperCase() + word.slice(1);
  return act === 'write' ? `${label} (+)` : label;
}
