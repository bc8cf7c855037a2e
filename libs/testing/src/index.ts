export * from './books.js';
export * from './broker.js';
export * from './certificates.js';
export * from './clock.js';
export * from './cluster.js';
export * from './servers.js';
export * from './test-database.js';
export * from './until.js';
