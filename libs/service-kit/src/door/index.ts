export * from './door.js';
export * from './language.js';
export * from './request-id.js';
