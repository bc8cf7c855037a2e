export * from './addresses.js';
export * from './prepare-database.js';
export * from './remove.js';
export * from './roles.js';
export * from './run-migrations.js';
export * from './start.js';
