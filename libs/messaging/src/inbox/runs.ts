import type { Arrival } from './arrival.js';

/** The events of each co-op, in their order. */
export function byCoop(batch: readonly Arrival[]): Iterable<readonly [Arrival, ...Arrival[]]> {
  const runs = new Map<string, [Arrival, ...Arrival[]]>();
  for (const arrival of batch) {
    const run = runs.get(arrival.event.coopid);
    if (run) run.push(arrival);
    else runs.set(arrival.event.coopid, [arrival]);
  }
  return runs.values();
}

/**
 * Runs of events of one type, no two of one aggregate: if a handler holds one back, what follows it
 * in its aggregate has not been applied with it.
 */
export function* handedOnTogether(arrivals: readonly Arrival[]): Generator<readonly [Arrival, ...Arrival[]]> {
  for (const sameType of runsBy(arrivals, ({ event }) => event.type)) {
    let round = 0;
    const seen = new Set<string>();
    const roundOf = ({ event }: Arrival): string => {
      if (seen.has(event.aggregate)) {
        seen.clear();
        round++;
      }
      seen.add(event.aggregate);
      return String(round);
    };
    const rounds = new Map(sameType.map((arrival) => [arrival, roundOf(arrival)]));
    yield* runsBy(sameType, (arrival) => rounds.get(arrival) ?? '');
  }
}

/** Cuts a list into runs of neighbours with the same key. */
function* runsBy<T>(items: readonly T[], key: (item: T) => string): Generator<readonly [T, ...T[]]> {
  let run: [T, ...T[]] | undefined;
  for (const item of items) {
    if (run && key(run[0]) === key(item)) run.push(item);
    else {
      if (run) yield run;
      run = [item];
    }
  }
  if (run) yield run;
}
