/** Two lists of an answer as a map: there may be very many, and a pair of each is not made. */
export function paired<Value>(keys: readonly string[], values: readonly Value[], missing: Value): Map<string, Value> {
  const found = new Map<string, Value>();
  keys.forEach((key, i) => found.set(key, values[i] ?? missing));
  return found;
}
