/** What is made of each of many, one when it is asked for: not all of them are there at once. */
export function* each<One, Made>(many: readonly One[], make: (one: One, place: number) => Made): Generator<Made, void> {
  let place = 0;
  for (const one of many) {
    yield make(one, place);
    place += 1;
  }
}
