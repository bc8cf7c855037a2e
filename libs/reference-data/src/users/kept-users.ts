import type { Kept } from '../kept.js';

/** The users, and the devices that were signed out, that a service keeps from the events of members. */
export const KEPT_USERS: readonly Kept[] = [
  { of: 'users', query: 'SELECT coop_id, name, version, roles, member, active FROM users' },
  { of: 'ended_access', query: 'SELECT coop_id, access FROM ended_access' },
];
