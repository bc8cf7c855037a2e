export default {
  projects: ['<rootDir>/{libs,services,tools,tests}/*/jest.config.mjs'],
  reporters: ['default', '<rootDir>/tools/jest/tally.reporter.mjs'],
  coverageProvider: 'v8',
};
