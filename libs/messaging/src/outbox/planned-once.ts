/**
 * For connections that ask the same few statements all day, whose best plan no value changes: to plan one again for each
 * event took the database longer than to do it.
 */
export const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';
