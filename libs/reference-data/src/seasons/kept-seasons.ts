import type { Kept } from '../kept.js';

/** The seasons, which every service keeps. What it last reported of the books of one is a matter of time. */
export const KEPT_SEASONS: Kept = {
  of: 'seasons',
  query: 'SELECT coop_id, code, from_day, until_day, state FROM seasons',
};
