import { writeSync } from 'node:fs';

const nothing = {
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

/** Ends a run with one line for machines and hurried people: `N passed, N failed`, and `, N skipped` if any were. */
export default class TallyReporter {
  #results = nothing;

  constructor() {
    // The very last thing that this process says, after teardown and Jest's own warnings. Written past `process.stdout`,
    // which Jest closes before it ends on an error.
    process.once('exit', (status) => writeSync(1, `${tally(this.#results, status)}\n`));
  }

  onRunComplete(_contexts, results) {
    this.#results = results;
  }
}

function tally(results, status) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = results;
  // A suite that could not start has no tests to count, and a failing run never ends with "0 failed".
  const failed = Math.max(numFailedTests + numRuntimeErrorTestSuites, status === 0 ? 0 : 1);
  const skipped = numPendingTests + numTodoTests;
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
