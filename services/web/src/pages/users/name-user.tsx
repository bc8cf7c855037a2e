import { useState } from 'react';
import { TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { useAct } from '../../hooks/use-act.js';
import { say } from '../../words/say.js';
import { MemberField } from './member-field.js';
import { newPassword } from './new-password.js';
import { rolesIn, RolesField } from './roles-field.js';

/** Naming a user: she gets a password that is good for choosing her own. */
export function NameUser({ onNamed }: { onNamed: (told: string) => void }) {
  const act = useAct('POST /api/members/v1/users');
  const [password, setPassword] = useState(newPassword);
  const name = async (typed: Typed): Promise<boolean> => {
    const member = typed.text('member');
    const row = {
      name: typed.text('name'),
      password,
      roles: rolesIn(typed.all('roles')),
      ...(member === '' ? {} : { member }),
    };
    if ((await act.send({ body: { rows: [row] } })) === undefined) return false;
    onNamed(say('users.added', { name: row.name, password }));
    setPassword(newPassword());
    return true;
  };
  return (
    <details className="card">
      <summary>
        <strong>{say('users.add')}</strong>
      </summary>
      <Form onSend={name} problem={act.problem} busy={act.busy} send={say('users.add')} draft="name-user">
        <div className="fields">
          <TextField
            name="name"
            at="/rows/0/name"
            label={say('users.name')}
            hint={say('users.nameHint')}
            autoCapitalize="none"
            autoComplete="off"
            required
          />
          <MemberField />
        </div>
        <RolesField />
        <p className="soft">
          {say('users.firstPassword')}: <strong>{password}</strong> · {say('users.firstPasswordHint')}
        </p>
      </Form>
    </details>
  );
}
