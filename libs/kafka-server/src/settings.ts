import type { BrokerFiles } from './broker-files.js';
import { usersOf, type Secured } from './secured.js';

/** A year: a service that nobody started for a season goes on where it was. */
const OFFSETS_MINUTES = 365 * 24 * 60;

/** Each has its coordinator, which loads what groups of consumers committed there. */
export const OFFSETS_PARTITIONS = 8;

/**
 * After a crash the controller takes the broker for alive so long, and does not let it in again before. Long enough for
 * a machine that is busy: a broker that is silent for longer serves nobody until it is heard again.
 */
const SESSION_MS = 3_000;

/**
 * The broker's settings, as kafka.properties has them: one broker that is its own controller, on one laptop, with little
 * memory. Topics are made from their declaration only, and never by a typing error in a client. Its ports are given on
 * the command line.
 */
export function settings({ data, secured }: Pick<BrokerFiles, 'data' | 'secured'>): string {
  const clients = secured ? 'SASL_SSL' : 'PLAINTEXT';
  return `# Written by Ayni at each start.
process.roles=broker,controller
node.id=1
controller.listener.names=CONTROLLER
inter.broker.listener.name=CLIENTS
listener.security.protocol.map=CLIENTS:${clients},CONTROLLER:PLAINTEXT
log.dirs=${data}

auto.create.topics.enable=false
unclean.leader.election.enable=false
default.replication.factor=1
min.insync.replicas=1
num.partitions=1
log.retention.ms=-1
message.max.bytes=4194304

broker.session.timeout.ms=${SESSION_MS}
broker.heartbeat.interval.ms=500

offsets.retention.minutes=${OFFSETS_MINUTES}
offsets.topic.replication.factor=1
offsets.topic.num.partitions=${OFFSETS_PARTITIONS}
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=1
group.initial.rebalance.delay.ms=50
group.min.session.timeout.ms=1000

num.network.threads=2
num.io.threads=4
background.threads=2
log.cleaner.dedupe.buffer.size=8388608
${secured ? security(secured) : ''}`;
}

function security(secured: Secured): string {
  const [[name, password] = ['', '']] = usersOf(secured);
  const login = 'org.apache.kafka.common.security.scram.ScramLoginModule';
  return `
ssl.keystore.type=PEM
ssl.keystore.location=${secured.keyFile}
ssl.truststore.type=PEM
ssl.truststore.location=${secured.caFile}
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
listener.name.clients.scram-sha-512.sasl.jaas.config=${login} required username="${name}" password="${password}";
`;
}
