import { CodeField, DayField, OneOfField, TextField, VersionField, WholeField } from '@ayni/http/fields';
import type { Day } from '@ayni/kernel';
import { BIRTH_YEAR_MIN, SEXES, type Sex } from '../../domain/member.js';
import { Listing } from '@ayni/http/listing';

/** A member as officers and she herself see her. */
export class MemberRow {
  @CodeField() number!: string;
  @TextField(200) givenNames!: string;
  @TextField(200) surnames!: string;
  @OneOfField(SEXES) sex!: Sex;
  @WholeField(BIRTH_YEAR_MIN, 9_999) birthYear!: number;
  @CodeField() household!: string;
  @TextField(200, { nullable: true }) heir!: string | null;
  @DayField({ description: 'her first day' }) joinedOn!: Day;
  @DayField({ nullable: true, description: 'her last day, which still counts; null while she is a member' })
  leftOn!: Day | null;
  @VersionField() version!: number;
}

/** A member without anything personal. */
export class MemberNumberRow {
  @CodeField() number!: string;
  @CodeField() household!: string;
}

const source = {
  from: 'members m',
  alias: 'm',
  order: ['m.number'],
  day: 'm.joined_on',
  filters: {
    member: 'm.number',
    household: 'm.household',
    on: (day: string) => `m.periods @> ${day}::date`,
  },
} as const;

/** The register; by the day of joining where it is cut by days. */
export const members = new Listing({
  ...source,
  name: 'members',
  row: MemberRow,
  columns: {
    number: 'm.number',
    givenNames: 'm.given_names',
    surnames: 'm.surnames',
    sex: 'm.sex',
    birthYear: 'm.birth_year',
    household: 'm.household',
    heir: 'm.heir',
    joinedOn: 'm.joined_on',
    leftOn: 'm.left_on',
    version: 'm.version',
  },
});

/** The register without anything personal. */
export const memberNumbers = new Listing({
  ...source,
  name: 'member numbers',
  row: MemberNumberRow,
  columns: { number: 'm.number', household: 'm.household' },
});
