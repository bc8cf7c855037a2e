import { ChoiceField } from '../../design/field.js';
import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';

/** Which member a user is, where she is one. */
export function MemberField({ chosen }: { chosen?: string | null }) {
  const { data } = useWhole('GET /api/members/v1/members', {});
  const choices = (data?.value ?? []).flatMap((row) =>
    'name' in row ? [{ value: row.number, label: `${row.number} · ${row.name}` }] : [],
  );
  return (
    <ChoiceField
      name="member"
      at="/rows/0/member"
      label={say('users.ofMember')}
      choices={choices}
      required={false}
      defaultValue={chosen ?? ''}
    />
  );
}
