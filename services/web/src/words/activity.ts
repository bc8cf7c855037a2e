import { say } from './say.js';

const known = (): ReadonlyMap<string, string> =>
  new Map([
    ['sowing', say('work.sowing')],
    ['transplanting', say('work.transplanting')],
    ['watering', say('work.watering')],
    ['weeding', say('work.weeding')],
    ['harvest', say('work.harvest')],
    ['cleaning', say('work.cleaning')],
    ['feeding', say('work.feeding')],
    ['market', say('work.market')],
    ['greenhouse building', say('work.building')],
  ]);

/** What people call a task; the co-op's own words stay as they are. */
export const activityName = (activity: string): string => known().get(activity) ?? activity;

/** The usual tasks, to choose from; any other may be typed. */
export const usualActivities = (): readonly string[] => [...known().values()];
