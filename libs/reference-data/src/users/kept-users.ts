import type { Kept } from '../kept.js';

/** The users that a service keeps from the events of members. */
export const KEPT_USERS: Kept = {
  of: 'users',
  query: 'SELECT coop_id, name, version, roles, member, active FROM users',
};
