import { parseDay, type Day } from '@ayni/kernel';
import { say } from '../../words/say.js';

/** A member, as far as she is summed up with others. */
type Grouped = {
  readonly number: string;
  readonly household: string;
  readonly sex?: string | null;
  readonly joinedOn: string;
};

export type Group = { readonly by: string; readonly group: string; readonly members: string[] };

const LONG_YEARS = 5;
const YEAR_DAYS = 365.25;
const DAY_MS = 86_400_000;

/** Members by sex, by community, and by how long they have been there on a day. */
export function groupsOf(
  members: readonly Grouped[],
  communityOf: (household: string) => string,
  on: Day,
): readonly Group[] {
  const by = (kind: string, groupOf: (member: Grouped) => string): readonly Group[] =>
    [...new Set(members.map(groupOf))]
      .map((group) => ({
        by: kind,
        group,
        members: members.filter((member) => groupOf(member) === group).map(({ number }) => number),
      }))
      .sort((a, b) => (a.group < b.group ? -1 : 1));
  return [
    ...by(say('scenarios.bySex'), ({ sex }) =>
      say(sex === 'F' ? 'scenarios.women' : sex === 'M' ? 'scenarios.men' : 'scenarios.others'),
    ),
    ...by(say('scenarios.byCommunity'), ({ household }) => communityOf(household) || say('scenarios.others')),
    ...by(say('scenarios.byTenure'), ({ joinedOn }) =>
      say(yearsBetween(parseDay(joinedOn), on) < LONG_YEARS ? 'scenarios.newer' : 'scenarios.older'),
    ),
  ];
}

const yearsBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS / YEAR_DAYS;
