import { travelOverKafka } from '../src/start-system.js';

/**
 * Imported before a journey, takes it over Kafka: `test/*.kafka.spec.ts` are the journeys of `src` in which events or
 * processes matter, without what no carrier can change (`onLaptop`).
 */
travelOverKafka();
