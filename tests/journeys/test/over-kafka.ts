import { travelOverKafka } from '../src/start-system.js';

/**
 * Imported before a journey, takes it over Kafka: `test/*.kafka.spec.ts` are the journeys of `src`, word for word.
 * One is not among them: the season command starts a system of its own, whose tests with either carrier are its own.
 */
travelOverKafka();
