import {
  Bird,
  Brush,
  ClipboardList,
  Droplets,
  Hammer,
  Scissors,
  Shovel,
  ShoppingBasket,
  Sprout,
  Store,
  type LucideIcon,
} from 'lucide-react';
import { createElement } from 'react';
import { activityName, usualActivities } from '../words/activity.js';
import { say } from '../words/say.js';

/** The drawing of each usual task, by how records name it. */
const SIGNS = new Map<string, LucideIcon>([
  ['sowing', Sprout],
  ['transplanting', Shovel],
  ['watering', Droplets],
  ['weeding', Scissors],
  ['harvest', ShoppingBasket],
  ['cleaning', Brush],
  ['feeding', Bird],
  ['market', Store],
  ['greenhouse building', Hammer],
]);

/** The drawing of a task, also where it was typed in words; a sheet where it is none of the usual ones. */
function signOf(activity: string): LucideIcon {
  const said = activity.toLowerCase();
  const usual = [...SIGNS].find(([task]) => task === said || activityName(task) === said);
  return usual?.[1] ?? ClipboardList;
}

const TaskSign = ({ activity }: { activity: string }) =>
  createElement(signOf(activity), { 'aria-hidden': true, className: 'task-sign' });

/** A task with its drawing: many know it by that before its word. */
export const Task = ({ activity }: { activity: string }) => (
  <span className="task">
    <TaskSign activity={activity} />
    {activityName(activity)}
  </span>
);

/** The usual tasks to press, each with its drawing; what is pressed stands in the field as if it were typed. */
export function TaskTiles({ field }: { field: string }) {
  return (
    <div className="task-tiles" role="group" aria-label={say('work.usual')}>
      {usualActivities().map((activity) => (
        <button
          key={activity}
          type="button"
          className="tile fades"
          onClick={({ currentTarget }) => {
            const input = currentTarget.form?.elements.namedItem(field);
            if (!(input instanceof HTMLInputElement)) return;
            input.value = activity;
            input.dispatchEvent(new Event('input', { bubbles: true }));
          }}
        >
          <TaskSign activity={activity} />
          {activity}
        </button>
      ))}
    </div>
  );
}
