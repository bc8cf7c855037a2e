export * from './books.js';
export * from './run-program.js';
export * from './system-process.js';
