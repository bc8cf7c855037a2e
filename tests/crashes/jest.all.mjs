import own from './jest.config.mjs';

/** What `npm run crashes:all` runs: what takes too long for every day. */
export default {
  ...own,
  displayName: 'crashes:all',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/all/**/*.spec.ts'],
  testTimeout: 3_600_000,
  reporters: ['default', '<rootDir>/../../tools/jest/tally.reporter.mjs'],
};
