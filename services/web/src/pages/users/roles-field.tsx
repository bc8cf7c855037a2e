import { CheckField } from '../../design/field.js';
import { ROLES, type Role } from '../../api/who.js';
import { say } from '../../words/say.js';

/** Which offices somebody holds, each with what it is for. */
export function RolesField({ chosen = [] }: { chosen?: readonly Role[] }) {
  return (
    <fieldset className="field">
      <legend>{say('users.roles')}</legend>
      {ROLES.map((role) => (
        <CheckField
          key={role}
          name="roles"
          value={role}
          label={say(`users.${role}`)}
          defaultChecked={chosen.includes(role)}
        />
      ))}
    </fieldset>
  );
}

/** Of what was ticked, the roles. */
export const rolesIn = (ticked: readonly string[]): Role[] => ROLES.filter((role) => ticked.includes(role));
