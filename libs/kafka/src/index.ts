export * from './remove.js';
export * from './start.js';
export * from './topics.js';
