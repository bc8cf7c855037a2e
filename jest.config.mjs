export default {
  // one for each core: most suites of whole systems wait for a restart or a session to end
  maxWorkers: '100%',
  projects: ['<rootDir>/{libs,services,tools,tests}/*/jest.config.mjs'],
  reporters: ['default', '<rootDir>/tools/jest/tally.reporter.mjs'],
  coverageProvider: 'v8',
};
