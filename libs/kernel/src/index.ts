export * from './brand.js';
export * from './calendar.js';
export * from './catalogue.js';
export * from './decimal.js';
export * from './ids.js';
export * from './money.js';
export * from './quantity.js';
export * from './refusal.js';
