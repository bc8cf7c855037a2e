/** What has the same key stands together, in the order in which it came. */
export function grouped<One, Key>(all: Iterable<One>, keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) addTo(groups, keyOf(one), one);
  return groups;
}

/** Puts one more beside those that have its key. */
export function addTo<Key, One>(groups: Map<Key, One[]>, key: Key, one: One): void {
  const same = groups.get(key);
  if (same) same.push(one);
  else groups.set(key, [one]);
}
