import { useState } from 'react';
import { CheckField } from '../../design/field.js';
import { Dialog } from '../../design/dialog.js';
import { Form, type Typed } from '../../design/form.js';
import { useAct } from '../../hooks/use-act.js';
import { say } from '../../words/say.js';
import { MemberField } from './member-field.js';
import { newPassword } from './new-password.js';
import { rolesIn, RolesField } from './roles-field.js';
import type { User } from './user.js';

/** What a user may do, whether she may enter, which member she is, and a password for the first time. */
export function ChangeUser({
  user,
  onDone,
  onClose,
}: {
  user: User;
  onDone: (told: string) => void;
  onClose: () => void;
}) {
  const act = useAct('PATCH /api/members/v1/users/{name}');
  const [password] = useState(newPassword);
  const change = async (typed: Typed): Promise<boolean> => {
    const roles = rolesIn(typed.all('roles'));
    const member = typed.text('member') === '' ? null : typed.text('member');
    const active = typed.isChecked('active');
    const isReset = typed.isChecked('reset');
    const body = {
      ...(same(roles, user.roles) ? {} : { roles }),
      ...(active === user.active ? {} : { active }),
      ...(member === user.member ? {} : { member }),
      ...(isReset ? { password } : {}),
    };
    const answer = await act.send({ path: { name: user.name }, body }, `"${user.version}"`);
    if (answer === undefined) return false;
    const isWaiting = 'waiting' in answer && answer.waiting;
    onDone(
      isWaiting
        ? say('users.addedWaiting')
        : isReset
          ? say('users.added', { name: user.name, password })
          : say('states.saved'),
    );
    return true;
  };
  return (
    <Dialog title={say('users.changeTitle', { name: user.name })} onClose={onClose}>
      <Form onSend={change} problem={act.problem} busy={act.busy} send={say('forms.save')}>
        <RolesField chosen={user.roles} />
        <MemberField chosen={user.member} />
        <CheckField name="active" label={say('users.isActive')} defaultChecked={user.active} />
        <CheckField name="reset" label={say('users.resetPassword')} />
      </Form>
    </Dialog>
  );
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));
