import { activityName } from '../words/activity.js';
import { dayInShort, inHours } from '../words/dates.js';
import { say } from '../words/say.js';
import type { Column } from './table.js';
import { Task } from './task.js';

type Worked = {
  readonly workedOn: string;
  readonly activity: string;
  readonly structure?: string | null;
  readonly minutes: number;
};

/** Of work: when it was, at what, where and how long. */
export const workColumns = (nameOf: (structure: string) => string): readonly Column<Worked>[] => [
  { head: say('forms.day'), cell: ({ workedOn }) => dayInShort(workedOn), by: ({ workedOn }) => workedOn },
  {
    head: say('work.activity'),
    cell: ({ activity }) => <Task activity={activity} />,
    by: ({ activity }) => activityName(activity),
  },
  {
    head: say('work.where'),
    cell: ({ structure }) => (structure ? nameOf(structure) : '–'),
    by: ({ structure }) => (structure ? nameOf(structure) : null),
  },
  { head: say('work.time'), cell: ({ minutes }) => inHours(minutes), by: ({ minutes }) => minutes, number: true },
];
