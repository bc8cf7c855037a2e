import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Changes } from '../../design/changes.js';
import { Correction } from '../../design/correction.js';
import { Dialog } from '../../design/dialog.js';
import { TextField } from '../../design/field.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { Retirement } from '../../design/retirement.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { NewMember } from './new-member.js';
import { named, nameOf } from './person.js';

type Household = Answer<'GET /api/members/v1/households/{code}'>;

const CORRECT = 'PATCH /api/members/v1/households/{code}';

/** A family: what is written of it, its members, and what was corrected. */
export default function Family() {
  const { code = '' } = useParams<{ code: string }>();
  const family = useRead('GET /api/members/v1/households/{code}', { path: { code } });
  return (
    <Page title={family.data?.value.name ?? say('members.family')}>
      <Shown read={family}>{(household) => <FamilyHead household={household} />}</Shown>
      <FamilyMembers code={code} />
      <Changes list={useList('GET /api/members/v1/households/{code}/changes', { path: { code } })} />
    </Page>
  );
}

function FamilyHead({ household }: { household: Household }) {
  const may = holds(useWho(), 'manager', 'president');
  const [open, setOpen] = useState<'correct' | 'retire'>();
  const path = { code: household.code };
  const close = (): void => setOpen(undefined);
  return (
    <div className="card stack small">
      <dl>
        <Line label={say('members.code')}>{household.code}</Line>
        <Line label={say('members.community')}>{household.community || '–'}</Line>
      </dl>
      <p className="no-print">
        <Link href={`/cuentas/familias/${encodeURIComponent(household.code)}`}>{say('accounts.hers')}</Link>
      </p>
      {household.retiredOn === null ? null : (
        <div>
          <Pill kind="plain">
            {say('states.retired')} {dayInShort(household.retiredOn)}
          </Pill>
        </div>
      )}
      {may ? (
        <div className="row no-print">
          <Button onClick={() => setOpen('correct')}>{say('forms.edit')}</Button>
          <Button onClick={() => setOpen('retire')}>
            {say(household.retiredOn === null ? 'states.retire' : 'states.bringBack')}
          </Button>
        </div>
      ) : null}
      {open === 'correct' ? (
        <Dialog title={say('members.correctFamily')} onClose={close}>
          <Correction
            route={CORRECT}
            row={household}
            sent={(typed) => ({ path, body: { name: typed.text('name'), community: typed.text('community') } })}
            fields={[
              { name: 'name', label: say('members.familyName'), of: ({ name }) => name },
              { name: 'community', label: say('members.community'), of: ({ community }) => community },
            ]}
            onDone={close}
          >
            <TextField name="name" label={say('members.familyName')} defaultValue={household.name} required />
            <TextField name="community" label={say('members.community')} defaultValue={household.community} />
          </Correction>
        </Dialog>
      ) : null}
      {open === 'retire' ? (
        <Retirement
          route={CORRECT}
          name={household.name}
          row={household}
          sent={(body) => ({ path, body })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

const Line = ({ label, children }: { label: string; children: string }) => (
  <div className="pair">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

function FamilyMembers({ code }: { code: string }) {
  const may = holds(useWho(), 'manager', 'president');
  const [isNew, setNew] = useState(false);
  const members = useWhole('GET /api/members/v1/members', { query: { household: code } });
  return (
    <section className="stack small">
      <div className="row ends">
        <h2>{say('members.members')}</h2>
        {may ? <Button onClick={() => setNew(true)}>{say('members.newMember')}</Button> : null}
      </div>
      {isNew ? <NewMember household={code} onClose={() => setNew(false)} /> : null}
      <Shown read={members}>
        {(all) =>
          all.length === 0 ? (
            <div className="card">{say('members.noMembers')}</div>
          ) : (
            <Table
              caption={say('members.members')}
              rows={named(all)}
              keyOf={({ number }) => number}
              columns={[
                {
                  head: say('members.member'),
                  cell: (member) => (
                    <Link href={`/familias/socias/${encodeURIComponent(member.number)}`}>{nameOf(member)}</Link>
                  ),
                  by: (member) => nameOf(member),
                },
                { head: say('members.number'), cell: ({ number }) => number, by: ({ number }) => number },
                {
                  head: say('members.joinedOn'),
                  cell: ({ joinedOn }) => dayInShort(joinedOn),
                  by: ({ joinedOn }) => joinedOn,
                },
                {
                  head: say('members.leftOn'),
                  cell: ({ leftOn }) => (leftOn === null ? '–' : dayInShort(leftOn)),
                  by: ({ leftOn }) => leftOn,
                },
              ]}
            />
          )
        }
      </Shown>
    </section>
  );
}
