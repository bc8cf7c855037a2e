import { availableParallelism } from 'node:os';

export default {
  // more than there are cores: suites of whole systems mostly wait, for a restart or for a session to end
  maxWorkers: availableParallelism() + 1,
  // only what hangs fails by it: a busy machine is no failure, and what must be quick is measured by the benchmarks
  testTimeout: 600_000,
  projects: ['<rootDir>/{apps,libs,services,tools,tests}/*/jest.config.mjs'],
  testSequencer: '<rootDir>/tools/jest/systems-first.sequencer.mjs',
  reporters: ['default', '<rootDir>/tools/jest/tally.reporter.mjs'],
  coverageProvider: 'v8',
};
