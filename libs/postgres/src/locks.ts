/** The advisory locks of this library: `ayni` in ASCII, and a number for each. */
export const LOCK_SPACE = 0x61796e69;
export const INSTANCE_LOCK = 1;
export const PREPARE_LOCK = 2;
export const MIGRATION_LOCK = 3;
