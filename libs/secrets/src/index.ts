export * from './keys.js';
export * from './passwords.js';
export * from './secrets.js';
