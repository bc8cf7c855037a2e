import { OF_ANOTHER_SERVER } from '../src/foreign-shell.js';
import { travelOverKafka } from '../src/start-system.js';

/** As `over-kafka.ts`, from a shell that knows of other databases: it keeps none of the five services from its own. */
travelOverKafka(OF_ANOTHER_SERVER);
