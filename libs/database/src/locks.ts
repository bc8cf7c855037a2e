/** The space of Ayni's own advisory locks, `ayni` in ASCII; 1 in it is taken by whoever runs a server. */
export const LOCK_SPACE = 0x61796e69;
export const PREPARE_LOCK = 2;
export const MIGRATION_LOCK = 3;
