import { Listing } from '@ayni/http/listing';

const source = {
  from: 'members m',
  alias: 'm',
  order: ['m.number'],
  day: 'm.joined_on',
  filters: { member: 'm.number', household: 'm.household' },
} as const;

/** The register; by the day of joining where it is cut by days. */
export const members = new Listing({
  ...source,
  name: 'members',
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
  columns: { number: 'm.number', household: 'm.household' },
});
