import type { Kept } from '../kept.js';

/** The members that a service keeps from the register's events. */
export const KEPT_MEMBERS: Kept = {
  of: 'members',
  query: 'SELECT coop_id, number, household, name, joined_on, left_on, periods::text, uncounted::text FROM members',
};
