import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../design/button.js';
import { Notice, Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useMembers } from '../../hooks/use-names.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { ChangeUser } from './change-user.js';
import { NameUser } from './name-user.js';
import { rolesInWords, type User } from './user.js';
import { WaitingChanges } from './waiting-changes.js';

/** Who may enter, what she may do, and the forms that change it. */
export default function Users() {
  const who = useWho();
  const users = useList('GET /api/members/v1/users', {});
  const members = useMembers();
  const [changing, setChanging] = useState<User>();
  const [given, setGiven] = useState<string>();
  const presides = holds(who, 'president');
  return (
    <Page
      title={say('users.title')}
      acts={
        presides ? (
          <>
            <Link href="/usuarios/aparatos" className="button">
              {say('users.devicesTitle')}
            </Link>
            <Link href="/usuarios/llaves" className="button">
              {say('users.keysTitle')}
            </Link>
            <Link href="/usuarios/actos" className="button">
              {say('users.trailTitle')}
            </Link>
          </>
        ) : null
      }
    >
      <p>{say('users.intro')}</p>
      {given === undefined ? null : (
        <Notice kind="done">
          <p>{given}</p>
        </Notice>
      )}
      <WaitingChanges />
      <ShownList list={users} empty={<p>{say('states.nothing')}</p>}>
        {(rows) => (
          <Table
            caption={say('users.title')}
            rows={rows}
            keyOf={({ name }) => name}
            columns={[
              { head: say('users.name'), cell: ({ name }) => name, by: ({ name }) => name },
              {
                head: say('users.roles'),
                cell: ({ roles }) => rolesInWords(roles),
                by: ({ roles }) => rolesInWords(roles),
              },
              {
                head: say('users.ofMember'),
                cell: ({ member }) => (member === null ? '–' : members.nameOf(member)),
                by: ({ member }) => (member === null ? null : members.nameOf(member)),
              },
              {
                head: say('users.state'),
                cell: (user) => <UserState {...user} />,
                by: ({ active, waiting }) =>
                  say(waiting ? 'users.waiting' : active ? 'users.active' : 'users.inactive'),
              },
              {
                head: '',
                cell: (user) =>
                  presides ? <Button onClick={() => setChanging(user)}>{say('users.change')}</Button> : null,
              },
            ]}
          />
        )}
      </ShownList>
      {presides ? <NameUser onNamed={setGiven} /> : null}
      {changing === undefined ? null : (
        <ChangeUser
          user={changing}
          onDone={(told) => {
            setGiven(told);
            setChanging(undefined);
          }}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Page>
  );
}

function UserState({ active, waiting }: Pick<User, 'active' | 'waiting'>) {
  if (waiting) return <Pill kind="waiting">{say('users.waiting')}</Pill>;
  return active ? <Pill kind="done">{say('users.active')}</Pill> : <Pill kind="plain">{say('users.inactive')}</Pill>;
}
