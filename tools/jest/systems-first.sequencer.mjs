import Sequencer from '@jest/test-sequencer';

const RUNS_A_SYSTEM = /\.(kafka|broker)\.spec\.ts$/;

/**
 * Begins with the suites that run a broker or a whole system, so that no long one is left for the end with the other
 * cores idle. Jest knows how long suites take only where they ran before, and guesses from the length of the file
 * otherwise: a journey over Kafka is a file of two lines.
 */
export default class SystemsFirst extends Sequencer {
  sort(tests) {
    const [systems, others] = [[], []];
    for (const test of super.sort(tests)) (RUNS_A_SYSTEM.test(test.path) ? systems : others).push(test);
    return [...systems, ...others];
  }
}
