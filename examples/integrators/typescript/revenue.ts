// Each day's revenue per market, kept up to date from the events of a system. Stop it however you like and start it
// again: nothing is lost and nothing counted twice. One process to one state file.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';

const { values: options } = parseArgs({
  options: {
    brokers: { type: 'string', default: '127.0.0.1:9092' },
    topic: { type: 'string', default: 'ayni.sales.sales' },
    group: { type: 'string', default: 'ngo.revenue' },
    state: { type: 'string', default: 'revenue.json' },
    ca: { type: 'string' },
    user: { type: 'string' },
    'password-file': { type: 'string' },
  },
});

/** By type: whether it adds its total or takes it back. All other types have no effect here. */
const EFFECTS = new Map([
  ['ayni.sales.sale-recorded.v1', 1n],
  ['ayni.sales.sale-reversed.v1', -1n],
]);

type Event = { id: string; type: string; coopid: string; aggregate: string; aggregateseq: number; data: unknown };
type Sale = { day: string; market: string; currency: string; total: string };

// --- The state: effects and the ids of what had them, saved together or not at all ---

type State = {
  /** Centavos by co-op, day, market and currency. */
  revenue: Map<string, bigint>;
  /** The events that are in it. */
  ids: Set<string>;
  /** How far each aggregate has come. */
  places: Map<string, number>;
  /** By topic/partition/offset: what could not be taken in, and why. For a person to look at. */
  aside: Map<string, string>;
};

function load(): State {
  const kept = existsSync(options.state)
    ? JSON.parse(readFileSync(options.state, 'utf8'))
    : { revenue: [], ids: [], places: [], aside: [] };
  return {
    revenue: new Map(kept.revenue.map(([key, centavos]: [string, string]) => [key, BigInt(centavos)])),
    ids: new Set(kept.ids),
    places: new Map(kept.places),
    aside: new Map(kept.aside),
  };
}

function save({ revenue, ids, places, aside }: State): void {
  const text = JSON.stringify({
    revenue: [...revenue].map(([key, centavos]) => [key, centavos.toString()]),
    ids: [...ids],
    places: [...places],
    aside: [...aside],
  });
  const draft = openSync(`${options.state}.draft`, 'w');
  writeSync(draft, text);
  fsyncSync(draft);
  closeSync(draft);
  renameSync(`${options.state}.draft`, options.state);
}

// --- One record ---

function take(state: State, place: string, value: Buffer | null): void {
  const event = parse(value);
  if (event === undefined) return setAside(state, place, 'no event');
  // delivery is at least once: this one is in the state already
  if (state.ids.has(event.id)) return;

  const aggregate = `${event.coopid} ${event.aggregate}`;
  const due = (state.places.get(aggregate) ?? 0) + 1;
  if (event.aggregateseq !== due)
    return setAside(state, place, `${aggregate}: ${event.aggregateseq} came where ${due} was due`);

  const effect = EFFECTS.get(event.type);
  if (effect !== undefined) {
    const sale = parseSale(event.data);
    if (sale === undefined) return setAside(state, place, `${event.id}: no sale`);
    const key = JSON.stringify([event.coopid, sale.day, sale.market, sale.currency]);
    const centavos = BigInt(sale.total.replace('.', ''));
    state.revenue.set(key, (state.revenue.get(key) ?? 0n) + effect * centavos);
  }
  // also of a type that has no effect here: `aggregateseq` counts all
  state.ids.add(event.id);
  state.places.set(aggregate, due);
}

function setAside(state: State, place: string, why: string): void {
  state.aside.set(place, why);
  console.error(`set aside ${place}: ${why}`);
}

function parse(value: Buffer | null): Event | undefined {
  try {
    const event = JSON.parse(value?.toString('utf8') ?? '');
    const texts = [event.id, event.type, event.coopid, event.aggregate];
    return texts.every((text) => typeof text === 'string') && Number.isInteger(event.aggregateseq) ? event : undefined;
  } catch {
    return undefined;
  }
}

function parseSale(data: unknown): Sale | undefined {
  const sale = data as Partial<Sale> | null | undefined;
  const texts = [sale?.day, sale?.market, sale?.currency];
  return texts.every((text) => typeof text === 'string') && /^-?\d{1,17}\.\d{2}$/.test(sale?.total ?? '')
    ? (sale as Sale)
    : undefined;
}

// --- The table ---

function print({ revenue, aside }: State): void {
  console.log('\nco-op                                 day         market                      revenue');
  for (const [key, centavos] of [...revenue].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [coop, day, market, currency] = JSON.parse(key);
    const digits = (centavos < 0n ? -centavos : centavos).toString().padStart(3, '0');
    const amount = `${centavos < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    console.log(`${coop}  ${day}  ${market.padEnd(20)}  ${amount.padStart(13)} ${currency}`);
  }
  if (aside.size > 0) console.log(`${aside.size} set aside`);
}

// --- The consumer ---

const { ca, user } = options;
const passwordFile = options['password-file'];
const kafka = new Kafka({
  clientId: options.group,
  brokers: options.brokers.split(','),
  logLevel: logLevel.ERROR,
  ...(ca && { ssl: { ca: readFileSync(ca, 'utf8') } }),
  ...(user &&
    passwordFile && {
      sasl: { mechanism: 'scram-sha-512', username: user, password: readFileSync(passwordFile, 'utf8').trim() },
    }),
});
// a process that was killed is given up after so many milliseconds; then another gets its partitions
const consumer = kafka.consumer({ groupId: options.group, sessionTimeout: 10_000 });
const state = load();
print(state);

consumer.on(consumer.events.CRASH, ({ payload }) => {
  if (!payload.restart) process.exit(1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void consumer.disconnect().then(() => process.exit(0)));

await consumer.connect();
await consumer.subscribe({ topic: options.topic, fromBeginning: true });
await consumer.run({
  eachBatchAutoResolve: false,
  eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
    for (const { offset, value } of batch.messages) take(state, `${batch.topic}/${batch.partition}/${offset}`, value);
    save(state);
    // only now: killed before this, the same records come again, and their ids are known
    resolveOffset(batch.lastOffset());
    await heartbeat();
    if (BigInt(batch.offsetLag()) <= 0n) print(state);
  },
});
