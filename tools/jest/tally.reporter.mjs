import { writeSync } from 'node:fs';

import * as kafka from './kafka-here.mjs';
import * as python from './python-here.mjs';

const nothing = {
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

/**
 * Ends a run with one line for machines and hurried people: `N passed, N failed`, and `, N skipped` if any were. Before
 * it stands a loud one where suites were left out for want of Kafka or of Python; under CI=true that is a failure.
 */
export default class TallyReporter {
  #results = nothing;
  /** What is missing, and for how many suites. */
  #missing = [];

  constructor() {
    // The very last thing that this process says, after teardown and Jest's own warnings. Written past `process.stdout`,
    // which Jest closes before it ends on an error.
    process.once('exit', (status) => {
      for (const { name, count, advice } of this.#missing)
        writeSync(1, `${name} IS MISSING: ${suites(count)} LEFT OUT; ${advice}\n`);
      writeSync(1, `${tally(this.#results, status !== 0 || this.getLastError() !== undefined)}\n`);
    });
  }

  onRunComplete(contexts, results) {
    this.#results = results;
    const files = [...contexts].flatMap(({ hasteFS }) => hasteFS.getAllFiles());
    this.#missing = Object.entries({ KAFKA: kafka, PYTHON: python })
      .map(([name, { leftOut, advice }]) => {
        const patterns = leftOut.map((pattern) => new RegExp(pattern));
        return { name, advice, count: files.filter((file) => patterns.some((pattern) => pattern.test(file))).length };
      })
      .filter(({ count }) => count > 0);
  }

  /** Jest asks this for a reason to end with another status than 0, and gives that after our last word. */
  getLastError() {
    if (this.#missing.length > 0 && process.env.CI === 'true') return new Error('Suites were left out.');
  }
}

function tally(results, isFailing) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = results;
  // A suite that could not start has no tests to count, and a failing run never ends with "0 failed".
  const failed = Math.max(numFailedTests + numRuntimeErrorTestSuites, isFailing ? 1 : 0);
  const skipped = numPendingTests + numTodoTests;
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const suites = (count) => (count === 1 ? '1 test suite was' : `${count} test suites were`);
