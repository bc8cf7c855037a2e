import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { leftOut } from './tools/jest/kafka-here.mjs';

const swc = JSON.parse(readFileSync(new URL('./swc.config.json', import.meta.url), 'utf8'));
delete swc.module; // @swc/jest picks the module format itself

const preset = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...leftOut],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@ayni/source', 'node', 'node-addons'] },
};

export default preset;

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** For projects whose tests use `testDatabase`: one PostgreSQL for the whole run, however many projects name it. */
export const withPostgres = {
  ...preset,
  globalSetup: file('./libs/testing-systems/jest/start-postgres.mjs'),
  globalTeardown: file('./libs/testing-systems/jest/stop-postgres.mjs'),
};

/** For projects with suites `*.kafka.spec.ts`, which use `testBrokers`: one broker as well for the whole run. */
export const withKafka = leftOut.includes('\\.kafka\\.spec\\.ts$')
  ? withPostgres
  : {
      ...preset,
      globalSetup: file('./libs/testing-systems/jest/start-postgres-and-kafka.mjs'),
      globalTeardown: file('./libs/testing-systems/jest/stop-postgres-and-kafka.mjs'),
    };
