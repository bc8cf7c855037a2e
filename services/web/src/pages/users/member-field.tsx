import { ChoiceField } from '../../design/field.js';
import { useRead } from '../../hooks/use-read.js';
import { say } from '../../words/say.js';

const MOST = 999;

/** Which member a user is, where she is one. */
export function MemberField({ chosen }: { chosen?: string | null }) {
  const { data } = useRead('GET /api/members/v1/members', { query: { limit: MOST } });
  const choices = (data?.value.items ?? []).flatMap((row) =>
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
