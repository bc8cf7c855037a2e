import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { spreadOf, type Figure } from '../figure.js';
import { Backlog } from '../load/backlog.js';
import type { Bench, Row } from '../row.js';

const ROUNDS = 3;
const EVENTS = 100_000;
const SENT_TOGETHER = 1_000;
const APPLIED_TOGETHER = 500;
const TOPIC = 'bare.sales';
const PARTITIONS = 6;

type Rates = { readonly sent: number; readonly produced: number; readonly applied: number; readonly written: number };

const measured = new WeakMap<Bench, Promise<readonly Rates[]>>();

/** All rounds, once for both rows. */
function rates(bench: Bench): Promise<readonly Rates[]> {
  const known = measured.get(bench) ?? measureAll(bench);
  measured.set(bench, known);
  return known;
}

const measureAll = (bench: Bench): Promise<Rates[]> =>
  Backlog.during(bench, async (backlog) => {
    const all: Rates[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await backlog.fill(EVENTS);
      const sent = await backlog.send();
      const produced = await produce(backlog);
      const applied = await backlog.apply();
      const written = await backlog.write(EVENTS, APPLIED_TOGETHER);
      all.push({ sent, produced, applied, written });
      bench.say(
        `round ${round + 1} of ${ROUNDS}: sent ${sent.toFixed(0)} ÷ ${produced.toFixed(0)}, ` +
          `applied ${applied.toFixed(0)} ÷ ${written.toFixed(0)} a second`,
      );
    }
    return all;
  });

/** The same records with kafkajs alone. @returns records a second */
async function produce(backlog: Backlog): Promise<number> {
  const messages = await backlog.records(EVENTS);
  const kafka = new Kafka({ brokers: [backlog.kafka.brokers], clientId: 'bench', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic: TOPIC, numPartitions: PARTITIONS }] });
  await admin.disconnect();
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const began = performance.now();
  for (let from = 0; from < messages.length; from += SENT_TOGETHER)
    await producer.send({ topic: TOPIC, acks: -1, messages: messages.slice(from, from + SENT_TOGETHER) });
  const seconds = (performance.now() - began) / 1000;
  await producer.disconnect();
  return messages.length / seconds;
}

function ratio(what: string, limit: number, all: readonly Rates[], ours: keyof Rates, bare: keyof Rates): Figure {
  const middle = (of: keyof Rates): string => spreadOf(all.map((rate) => rate[of])).median.toFixed(0);
  return {
    what,
    goal: { is: 'at least', limit },
    unit: '',
    digits: 2,
    measured: spreadOf(all.map((rate) => rate[ours] / rate[bare])),
    beside: `${middle(ours)} ÷ ${middle(bare)} events/s`,
  };
}

export const relayRow: Row = {
  name: 'relay',
  carrier: 'kafka',
  how: `${EVENTS} sales are put into the log of sales while no service runs; then the process of sales alone is started. Counted
from its first mark to its last: numbering, reading, envelopes, sending with all acknowledged, marking. Beside it kafkajs alone
sends as many ready-made records of the same contents, ${SENT_TOGETHER} at a time, idempotent, all acknowledged, to a topic of as many
partitions. ${ROUNDS} rounds in turn.`,
  measure: async (bench) => [
    ratio('relay: events sent from a backlog ÷ a bare kafkajs producer', 0.5, await rates(bench), 'sent', 'produced'),
  ],
};

export const consumerRow: Row = {
  name: 'consumer',
  carrier: 'kafka',
  how: `What \`relay\` has sent is then taken by the process of profit-sharing alone: every sale becomes a balanced entry of the
ledger and a row of the inbox. Counted from its first commit to its last. Beside it the same rows of as many receipts are written with
\`pg\` by the same role under the same policies and triggers, ${APPLIED_TOGETHER} receipts in a transaction, one multi-row statement for each
table. ${ROUNDS} rounds in turn.`,
  measure: async (bench) => [
    ratio(
      'consumer: events applied from a backlog ÷ bare multi-row inserts',
      0.4,
      await rates(bench),
      'applied',
      'written',
    ),
  ],
};
