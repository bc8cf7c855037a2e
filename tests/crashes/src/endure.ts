import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SERVICES } from '@ayni/contracts';
import { Client } from '@ayni/api-client/client';
import { testFolder } from '@ayni/testing/test-folder';
import { removeKafka, startKafka, type KafkaServer } from '@ayni/testing-systems/servers';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { inspectFlow, type Flow } from './flaws.js';
import { Market, saleOf, type Sums } from './market.js';
import { dice, shuffled } from './dice.js';

const SELLERS = 4;
const RECEIPTS_PER_REQUEST = 20;
/** A receipt makes about so many events: it was sold, and stock was issued for it. */
const EVENTS_PER_RECEIPT = 2;
const COUNT_MS = 2_000;
/** A kill comes up to so long after its turn, so that it meets the work at any moment. */
const JITTER_MS = 400;

/** Everything of a system that can die by itself. */
const VICTIMS = [...SERVICES, 'kafka', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

export type EndureOptions = {
  /** So many events have to be written by all services together. */
  readonly events: number;
  /** So often each process is killed. */
  readonly rounds: number;
  /** What the order and the moments of the kills follow from. */
  readonly seed: number;
  /** Told what happens. */
  readonly tell: (line: string) => void;
};

export type Endured = {
  readonly flow: Flow;
  readonly sums: { readonly held: Sums; readonly due: Sums };
  /** The kills, in their order. */
  readonly kills: readonly Victim[];
  /** What the work took, and what came after it until nothing was on its way. */
  readonly seconds: { readonly selling: number; readonly settling: number };
};

/**
 * Sells through the API of a system of processes until enough events are written, and kills each of its processes,
 * the broker and PostgreSQL again and again meanwhile; then waits until all is quiet and says what the books hold.
 */
export async function endure({ events, rounds, seed, tell }: EndureOptions): Promise<Endured> {
  const place = testFolder();
  const kafka = await startKafka({ folder: place, onNotice: () => undefined });
  try {
    const system = await SystemProcess.start({ form: 'kafka', environment: { KAFKA_BROKERS: kafka.brokers } });
    try {
      const market = await Market.open(
        await Client.setUp(
          system.url,
          system.setupCode,
          { code: 'market', name: 'Market', currency: 'BOB', timezone: 'America/La_Paz' },
          { name: 'first', password: 'a password of theirs' },
        ),
      );
      return await work(system, kafka, market, { events, rounds, seed, tell });
    } finally {
      await system.remove();
    }
  } finally {
    await kafka.kill9();
    await removeKafka(place);
  }
}

async function work(
  system: SystemProcess,
  kafka: KafkaServer,
  market: Market,
  { events, rounds, seed, tell }: EndureOptions,
): Promise<Endured> {
  const random = dice(seed);
  const plan = Array.from({ length: rounds }, () => shuffled(VICTIMS, random)).flat();
  const receipts = Math.ceil(events / EVENTS_PER_RECEIPT);
  const turns = plan.map((victim, i) => ({
    victim,
    at: Math.floor((receipts * (i + random())) / plan.length),
    delay: random() * JITTER_MS,
  }));
  const began = performance.now();
  const kills: Victim[] = [];
  const seconds = (): number => Math.round((performance.now() - began) / 1_000);

  let isOver = false;
  let next = 0;
  const sell = async (): Promise<void> => {
    while (!isOver) {
      const first = (next += RECEIPTS_PER_REQUEST) - RECEIPTS_PER_REQUEST;
      await market.sell(...Array.from({ length: RECEIPTS_PER_REQUEST }, (_, i) => saleOf(`E-${first + i}`, first + i)));
    }
  };
  const kill = async (): Promise<void> => {
    for (const { victim, at, delay } of turns) {
      while (market.sold.size < at && !isOver) await pause(COUNT_MS / 100);
      if (isOver) return;
      await pause(delay);
      await killOne(victim, system, kafka);
      kills.push(victim);
      tell(`${seconds()} s: ${market.sold.size} receipts; killed ${victim}`);
    }
  };
  const count = async (): Promise<void> => {
    while (!isOver) {
      await pause(COUNT_MS);
      isOver = kills.length === turns.length && (await written(system)) >= events;
    }
  };
  await Promise.all([
    count(),
    // whoever fails ends the others
    ...[...Array.from({ length: SELLERS }, sell), kill()].map((part) =>
      part.catch((error: unknown) => {
        isOver = true;
        throw error;
      }),
    ),
  ]);
  const selling = seconds();
  tell(`${selling} s: ${market.sold.size} receipts sold; waiting until nothing is on its way`);
  const books = await SystemBooks.open(system);
  await books.quiet();
  const settling = seconds() - selling;
  return { flow: await inspectFlow(books), sums: await market.sums(), kills, seconds: { selling, settling } };
}

/** How many events all services have written; 0 while their databases are away. */
async function written(system: SystemProcess): Promise<number> {
  try {
    const books = await SystemBooks.open(system);
    const counts = Object.values(await books.events());
    await books.close();
    return counts.reduce((sum, n) => sum + n, 0);
  } catch {
    return 0;
  }
}

async function killOne(victim: Victim, system: SystemProcess, kafka: KafkaServer): Promise<void> {
  const pid =
    victim === 'kafka'
      ? kafka.pid()
      : victim === 'postgres'
        ? await postmasterOf(system.folder)
        : (await system.processOf(victim)).pid;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it is just being started again
  }
}

async function postmasterOf(folder: string): Promise<number> {
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  if (!pid || Number(pid) < 2) throw new Error('PostgreSQL is not running');
  return Number(pid);
}
