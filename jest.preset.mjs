import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./swc.config.json', import.meta.url), 'utf8'));
delete swc.module; // @swc/jest picks the module format itself

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@ayni/source', 'node', 'node-addons'] },
};
