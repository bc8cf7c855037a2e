import { Explained, sentenceOf, type Translated } from '@ayni/kernel';
import { mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { claim } from '@ayni/processes/claim';
import { becomesFree, freePort } from '@ayni/processes/port';

import { answers, listens } from './answers.js';
import { endBroker, findBroker, launchBroker, stillRuns, type Broker, type LaunchedBroker } from './broker.js';
import { formatOnce } from './format.js';
import { findJars } from './jars.js';
import { findJava } from './java.js';
import { filesOf, lastPort, notePort, type BrokerFiles } from './broker-files.js';
import type { Secured } from './secured.js';

export type KafkaOptions = {
  /** Where the broker keeps all it has: `kafka/`, its data; `kafka.log`, `kafka.properties`, and `kafka.json`, its port. */
  readonly folder: string;
  /** The port of 127.0.0.1 for a broker that is not running yet; without it, the last one, or a free one. */
  readonly port?: number;
  /** Demands TLS and a password of everyone; without it, whoever is on this machine may connect. */
  readonly secured?: Secured;
  /** Told in a sentence what an operator may want to know. */
  readonly onNotice: (notice: Translated) => void;
};

/** A Kafka of our own that runs until it is stopped. */
export type KafkaServer = {
  /** The address for clients: `127.0.0.1:port`. */
  readonly brokers: string;
  readonly port: number;
  /** Whether an earlier run left it behind running. */
  readonly adopted: boolean;
  /** The number of its process now; another one after it died and was started again. */
  pid(): number;
  /** Ends the broker in order, within seconds. `startKafka` on the folder brings it back at the same address. */
  stop(): Promise<void>;
  /** Ends the broker as a crash of the machine would, and does not start it again; `startKafka` does. */
  kill9(): Promise<void>;
};

/** Waiting for a broker that starts, which after a crash reads its logs again. */
const START_MS = 120_000;
/** A broker that was left behind, listens and yet gives no answer for so long is hung. */
const SILENCE_MS = 8_000;
const POLL_MS = 20;
const WATCH_MS = 500;
const RETRY_MS = 2_000;

/**
 * Starts the Kafka of `folder`, made on the first start; adopts one that a killed process left behind. Started again
 * should it ever end by itself. Its jars are fetched with Maven on the very first start on a machine.
 * @throws FolderInUse
 * @throws Explained where Java or Maven is missing
 */
export async function startKafka(options: KafkaOptions): Promise<KafkaServer> {
  const { onNotice, secured } = options;
  const java = await findJava();
  const jars = await findJars(java, onNotice);
  await mkdir(resolve(options.folder), { recursive: true });
  const files: BrokerFiles = { ...filesOf(await realpath(options.folder)), java, jars, secured };
  const release = await claim(files.folder, 'kafka');

  const stopping = new AbortController();
  const wishes: Wishes = {
    onNotice,
    signal: stopping.signal,
    ...(options.port !== undefined && { port: options.port }),
  };
  let running: Running;
  try {
    running = await bringUp(files, wishes);
  } catch (error) {
    await endBroker(files.data, 'at once');
    await release();
    throw error;
  }
  const { port, adopted } = running;
  if (adopted)
    onNotice({
      es: 'Se retomó el Kafka que quedó abierto.',
      en: 'Took over the Kafka that an earlier run left running.',
    });

  const watching = watch(files, { ...wishes, port }, running, (again) => (running = again));
  const end = async (how: 'in order' | 'at once'): Promise<void> => {
    if (stopping.signal.aborted) return watching;
    stopping.abort();
    if (how === 'at once') await endBroker(files.data, how);
    await watching;
    await endBroker(files.data, how);
    await release();
  };
  return {
    brokers: `127.0.0.1:${port}`,
    port,
    adopted,
    pid: () => running.pid,
    stop: () => end('in order'),
    kill9: () => end('at once'),
  };
}

type Wishes = { readonly port?: number; readonly onNotice: (notice: Translated) => void; readonly signal: AbortSignal };
type Running = Broker & { readonly adopted: boolean };

/** Brings the broker to the state "running and answering" from whatever state it is in: absent, starting, hung. */
async function bringUp(files: BrokerFiles, wishes: Wishes): Promise<Running> {
  const deadline = Date.now() + START_MS;
  let launched: LaunchedBroker | undefined;
  let silentSince = Date.now();
  for (; ; await pause(POLL_MS)) {
    if (wishes.signal.aborted)
      throw new Explained({ es: 'Kafka se detuvo mientras se iniciaba.', en: 'Kafka was stopped while it started.' });
    if (Date.now() > deadline)
      throw new Explained({
        es: `Kafka no llega a funcionar; vea ${files.log}.`,
        en: `Kafka does not come up; see ${files.log}.`,
      });

    const broker = launched && !launched.ended() ? launched : await findBroker(files.data);
    if (!broker) {
      if (launched) judge(await launched.said());
      await formatOnce(files, wishes.onNotice);
      const port = await choosePort(files, wishes);
      launched = await launchBroker(files, port);
      continue;
    }
    if (!(await listens(broker.port))) {
      silentSince = Date.now(); // it reads its logs
      continue;
    }
    if (await answers(broker.port, files.secured)) {
      await notePort(files.notes, broker.port);
      return { pid: broker.pid, port: broker.port, adopted: broker !== launched };
    }
    if (broker !== launched && Date.now() - silentSince > SILENCE_MS) {
      wishes.onNotice({
        es: 'El Kafka que quedó abierto no contesta; se lo detiene y se lo inicia otra vez.',
        en: 'The Kafka that an earlier run left behind does not answer; it is stopped and started again.',
      });
      await endBroker(files.data, 'at once');
    }
  }
}

async function choosePort(files: BrokerFiles, wishes: Wishes): Promise<number> {
  if (wishes.port !== undefined) {
    if (await becomesFree(wishes.port)) return wishes.port;
    throw new Explained({
      es: `El puerto ${wishes.port} de 127.0.0.1 está ocupado.`,
      en: `Port ${wishes.port} of 127.0.0.1 is taken.`,
    });
  }
  const last = await lastPort(files.notes);
  if (last !== undefined && (await becomesFree(last))) return last;
  const port = await freePort();
  if (last !== undefined)
    wishes.onNotice({
      es: `El puerto ${last} está ocupado; Kafka escucha ahora en el ${port}.`,
      en: `Port ${last} is taken; Kafka listens on ${port} now.`,
    });
  return port;
}

/** Why a broker ended that we had started. @throws Error where another try would end the same way */
function judge(said: string): void {
  // that of its controller, too; if it is its own and still is, the next try says so
  const portWasTaken = said.includes('Address already in use');
  const otherOneStillEnds = said.includes('Failed to acquire lock on file .lock');
  if (portWasTaken || otherOneStillEnds) return;
  const words = said.slice(-2_000);
  throw new Explained({ es: `Kafka no se inició: ${words}`, en: `Kafka did not start: ${words}` });
}

/** Starts the broker again at its port whenever it ends, until we stop. */
async function watch(
  files: BrokerFiles,
  wishes: Wishes,
  first: Running,
  onAgain: (again: Running) => void,
): Promise<void> {
  const rest = (ms: number): Promise<void> =>
    pause(ms, undefined, { signal: wishes.signal, ref: false }).catch(() => undefined);
  for (let running = first; !wishes.signal.aborted; await rest(WATCH_MS)) {
    if (await stillRuns(running, files.data)) continue;
    wishes.onNotice({
      es: 'Kafka terminó por sí solo; se lo inicia otra vez.',
      en: 'Kafka ended by itself; it is started again.',
    });
    try {
      running = await bringUp(files, wishes);
      onAgain(running);
    } catch (error) {
      if (wishes.signal.aborted) return;
      wishes.onNotice({
        es: `No se puede iniciar Kafka: ${sentenceOf(error, 'es')}`,
        en: `Kafka cannot be started: ${sentenceOf(error, 'en')}`,
      });
      await rest(RETRY_MS);
    }
  }
}
