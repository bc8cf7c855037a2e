/** What is made of each of many, one when it is asked for: not all of them are there at once. */
export function* each<One, Made>(many: readonly One[], make: (one: One, place: number) => Made): Generator<Made, void> {
  for (const [place, one] of many.entries()) yield make(one, place);
}
