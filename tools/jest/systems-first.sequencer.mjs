import Sequencer from '@jest/test-sequencer';

const RUNS_A_BROKER = /\.(kafka|broker)\.spec\.ts$/;
const RUNS_PROGRAMS =
  /\/(tests\/\w+|apps\/\w+|libs\/(postgres-server|testing-systems)|tools\/event-docs)\/(src|test)\//;

/**
 * Begins with the suites that run a broker or other programs, so that no long one is left for the end with the other cores
 * idle. Jest knows how long suites take only where they ran before, and guesses from the length of the file otherwise: a
 * journey over Kafka is a file of two lines. Those of a broker mostly wait, for a group or a session of it, and those of
 * programs mostly work: they take turns, so that one kind works while the other waits.
 */
export default class SystemsFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const runsBroker = ({ path }) => RUNS_A_BROKER.test(path);
    const runsPrograms = (suite) => !runsBroker(suite) && RUNS_PROGRAMS.test(suite.path);
    const others = sorted.filter((suite) => !runsBroker(suite) && !runsPrograms(suite));
    return [...inTurns(sorted.filter(runsBroker), sorted.filter(runsPrograms)), ...others];
  }
}

/** Both lists, each in its order, mixed so that they come to their ends together. */
function inTurns(...lists) {
  const placed = lists.flatMap((list) => list.map((one, i) => ({ one, at: (i + 0.5) / list.length })));
  return placed.sort((one, other) => one.at - other.at).map(({ one }) => one);
}
