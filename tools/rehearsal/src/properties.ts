/** Read by the image's scripts, and no settings of the broker. */
const OF_THE_SCRIPTS = ['KAFKA_HEAP_OPTS'];

/** The broker's settings as the image `apache/kafka` works them out from the environment: `KAFKA_NODE_ID` is `node.id`. */
export function propertiesOf(environment: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(environment)
      .filter(([name]) => name.startsWith('KAFKA_') && !OF_THE_SCRIPTS.includes(name))
      .map(([name, value]) => [propertyOf(name), value]),
  );
}

const propertyOf = (name: string): string =>
  name.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.').replaceAll('...', '-').replaceAll('..', '_');
