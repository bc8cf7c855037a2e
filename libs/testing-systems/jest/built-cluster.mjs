/** Jest runs its global set-up outside its own module system, where only built files can be loaded. */
export async function builtCluster() {
  try {
    return await import('../dist/cluster.js');
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error('Tests with PostgreSQL need the built libraries: run `npm run build` first.', { cause: error });
  }
}

/** The same for the broker. */
export async function builtBroker() {
  await builtCluster();
  return import('../dist/broker.js');
}
