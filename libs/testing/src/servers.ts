/** Servers that a suite stops, wipes or fills up, and which are therefore its own. */
export { removeKafka, startKafka, type KafkaServer } from '@ayni/kafka';
export { removePostgres, startPostgres, type PostgresServer } from '@ayni/postgres';
