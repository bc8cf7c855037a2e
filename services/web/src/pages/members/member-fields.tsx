import { ChoiceField, TextField } from '../../design/field.js';
import { say } from '../../words/say.js';
import { sexes, type ListedMember } from './person.js';

/** What is written of a member, in her own words: the same where she is registered and where it is corrected. */
export function MemberFields({ under = '', member }: { under?: string; member?: ListedMember }) {
  return (
    <>
      <TextField
        name="givenNames"
        at={`${under}/givenNames`}
        label={say('members.givenNames')}
        defaultValue={member?.givenNames}
        required
      />
      <TextField
        name="surnames"
        at={`${under}/surnames`}
        label={say('members.surnames')}
        defaultValue={member?.surnames}
        required
      />
      <ChoiceField
        name="sex"
        at={`${under}/sex`}
        label={say('members.sex')}
        choices={sexes()}
        {...(member === undefined ? {} : { defaultValue: member.sex })}
      />
      <TextField
        name="birthYear"
        at={`${under}/birthYear`}
        label={say('members.birthYear')}
        inputMode="numeric"
        pattern="\d{4}"
        defaultValue={member?.birthYear}
        required
      />
    </>
  );
}
