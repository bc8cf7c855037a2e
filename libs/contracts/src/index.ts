export * from './books.js';
export * from './catalogue.js';
export * from './cloud-event.js';
export * from './event-type.js';
export * from './inventory/events.js';
export * from './members/events.js';
export * from './production/events.js';
export * from './profit-sharing/events.js';
export { saleRecorded, saleRecordedV2, saleReversed, saleReversedV2 } from './sales/events.js';
