import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { Button } from '../../design/button.js';
import { Changes } from '../../design/changes.js';
import { Correction } from '../../design/correction.js';
import { Dialog } from '../../design/dialog.js';
import { ChoiceField, TextField } from '../../design/field.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { ComingAndGoing } from './coming-and-going.js';
import { MemberFields } from './member-fields.js';
import { nameOf, sexes, sexOf, type Member } from './person.js';

/** A member: what is written of her, since when she is one, and what was corrected. */
export default function MemberPage() {
  const { number = '' } = useParams<{ number: string }>();
  const member = useRead('GET /api/members/v1/members/{number}', { path: { number } });
  return (
    <Page title={member.data === undefined ? say('members.member') : nameOf(member.data.value)}>
      <Shown read={member}>{(value) => <MemberHead member={value} />}</Shown>
      <Changes list={useList('GET /api/members/v1/members/{number}/changes', { path: { number } })} />
    </Page>
  );
}

function MemberHead({ member }: { member: Member }) {
  const may = holds(useWho(), 'manager', 'president');
  const [open, setOpen] = useState<'correct' | 'move'>();
  const families = useWhole('GET /api/members/v1/households', { query: { retired: 'true' } });
  const familyName = (code: string): string =>
    families.data?.value.find((family) => family.code === code)?.name ?? code;
  const lines: readonly (readonly [string, string])[] = [
    [say('members.number'), member.number],
    [say('members.sex'), sexes().find(({ value }) => value === member.sex)?.label ?? member.sex],
    [say('members.birthYear'), String(member.birthYear)],
    [say('members.heir'), member.heir ?? '–'],
    ...member.periods.map(
      ({ joinedOn, leftOn }) =>
        [
          say('members.periods'),
          leftOn === null
            ? say('members.since', { from: dayInWords(joinedOn) })
            : say('members.fromTo', { from: dayInWords(joinedOn), to: dayInWords(leftOn) }),
        ] as const,
    ),
  ];
  return (
    <div className="card stack small">
      <dl>
        <div className="pair">
          <dt>{say('members.family')}</dt>
          <dd>
            <Link href={`/familias/${encodeURIComponent(member.household)}`}>{familyName(member.household)}</Link>
          </dd>
        </div>
        {lines.map(([label, text]) => (
          <div className="pair" key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="no-print">
        <Link href={`/cuentas/socias/${encodeURIComponent(member.number)}`}>{say('accounts.hers')}</Link>
      </p>
      {member.leftReason === null ? null : <p>{say('members.leftReason', { reason: member.leftReason })}</p>}
      {may ? (
        <div className="row no-print">
          <Button onClick={() => setOpen('correct')}>{say('forms.edit')}</Button>
          <Button onClick={() => setOpen('move')}>
            {say(member.leftOn === null ? 'members.departure' : 'members.return')}
          </Button>
        </div>
      ) : null}
      {open === 'correct' ? <CorrectMember member={member} onClose={() => setOpen(undefined)} /> : null}
      {open === 'move' ? <ComingAndGoing member={member} onClose={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function CorrectMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const families = useWhole('GET /api/members/v1/households', {});
  const path = { number: member.number };
  return (
    <Dialog title={say('members.correctMember')} onClose={onClose}>
      <Shown read={families}>
        {(all) => (
          <Correction
            route="PATCH /api/members/v1/members/{number}"
            row={member}
            sent={(typed) => ({
              path,
              body: {
                givenNames: typed.text('givenNames'),
                surnames: typed.text('surnames'),
                sex: sexOf(typed.text('sex')),
                birthYear: Number(typed.text('birthYear')),
                household: typed.text('household'),
                heir: typed.text('heir') || null,
              },
            })}
            fields={[
              { name: 'givenNames', label: say('members.givenNames'), of: ({ givenNames }) => givenNames },
              { name: 'surnames', label: say('members.surnames'), of: ({ surnames }) => surnames },
              { name: 'sex', label: say('members.sex'), of: ({ sex }) => sex },
              { name: 'birthYear', label: say('members.birthYear'), of: ({ birthYear }) => String(birthYear) },
              { name: 'household', label: say('members.family'), of: ({ household }) => household },
              { name: 'heir', label: say('members.heir'), of: ({ heir }) => heir ?? '' },
            ]}
            onDone={onClose}
          >
            <MemberFields member={member} />
            <ChoiceField
              name="household"
              label={say('members.family')}
              choices={all.map(({ code, name }) => ({ value: code, label: name }))}
              defaultValue={member.household}
            />
            <TextField
              name="heir"
              label={say('members.heir')}
              hint={say('members.heirHint')}
              defaultValue={member.heir ?? ''}
            />
          </Correction>
        )}
      </Shown>
    </Dialog>
  );
}
