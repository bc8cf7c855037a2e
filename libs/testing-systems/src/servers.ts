/** Servers that a suite stops, wipes or fills up, and which are therefore its own. */
export { removeKafka } from '@ayni/kafka-server/remove';
export { startKafka, type KafkaServer } from '@ayni/kafka-server/start';
export { startNodes, type KafkaNode, type KafkaNodes } from '@ayni/kafka-server/nodes';
export { removePostgres } from '@ayni/postgres-server/remove';
export { startPostgres, type PostgresServer } from '@ayni/postgres-server/start';
