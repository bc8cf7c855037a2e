/** The number of the advisory lock that whoever runs a server holds, in the space of Ayni's own. */
export const INSTANCE_LOCK = 1;
