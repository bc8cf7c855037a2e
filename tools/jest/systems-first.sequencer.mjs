import Sequencer from '@jest/test-sequencer';

const RUNS_A_BROKER = /\.(kafka|broker)\.spec\.ts$/;
const RUNS_PROGRAMS =
  /\/(tests\/\w+|apps\/\w+|libs\/(postgres-server|testing-systems)|tools\/event-docs)\/(src|test)\//;

/**
 * Begins with the suites that run a broker or a whole system, and goes on with those that start other programs, so that
 * no long one is left for the end with the other cores idle. Jest knows how long suites take only where they ran before,
 * and guesses from the length of the file otherwise: a journey over Kafka is a file of two lines.
 */
export default class SystemsFirst extends Sequencer {
  sort(tests) {
    const turn = ({ path }) => (RUNS_A_BROKER.test(path) ? 0 : RUNS_PROGRAMS.test(path) ? 1 : 2);
    return super.sort(tests).sort((one, other) => turn(one) - turn(other));
  }
}
