import { useMembers } from '../hooks/use-names.js';
import { say } from '../words/say.js';
import type { FactField } from './fact-fields.js';

/** The members to choose one from, as the field of a fact, and what each is called by her number. */
export function useMemberField(): {
  readonly member: FactField<'member'>;
  readonly nameOf: (number: string) => string;
} {
  const { rows, nameOf } = useMembers();
  const choices = rows.map(({ code, name }) => ({ value: code, label: name }));
  return {
    member: {
      name: 'member',
      kind: 'choice',
      label: say('facts.member'),
      choices,
      nameOf,
      filter: 'socia',
      none: say('forms.allShe'),
    },
    nameOf,
  };
}
