import type { Answer } from '../../api/route.js';
import type { Choice } from '../../design/field.js';
import { say } from '../../words/say.js';

export type Member = Answer<'GET /api/members/v1/members/{number}'>;
type Listed = Answer<'GET /api/members/v1/members'>['items'][number];
export type ListedMember = Extract<Listed, { readonly surnames: string }>;

/** Those of a list who are told with their names: officers are told all of them so. */
export const named = (members: readonly Listed[]): readonly ListedMember[] =>
  members.filter((member) => 'surnames' in member);

export const nameOf = ({ givenNames, surnames }: Pick<ListedMember, 'givenNames' | 'surnames'>): string =>
  `${givenNames} ${surnames}`;

export const sexes = (): readonly (Choice & { readonly value: Member['sex'] })[] => [
  { value: 'F', label: say('members.woman') },
  { value: 'M', label: say('members.man') },
  { value: 'X', label: say('members.other') },
];

export const sexOf = (text: string): Member['sex'] => sexes().find(({ value }) => value === text)?.value ?? 'X';
