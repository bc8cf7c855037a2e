import own from './jest.config.mjs';

/** What `npm run journeys:all` runs: journeys over Kafka that a carrier is little likely to change, and books of years that are drawn by chance. */
export default {
  ...own,
  displayName: 'journeys:all',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/all/**/*.spec.ts'],
  testTimeout: 3_600_000,
  reporters: ['default', '<rootDir>/../../tools/jest/tally.reporter.mjs'],
};
