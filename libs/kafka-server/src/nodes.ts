import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from '@ayni/processes/port';
import { signal } from '@ayni/processes/process';

import { answers } from './answers.js';
import { archiveOf, filesOf, type BrokerFiles } from './broker-files.js';
import { endBroker, launchNode } from './broker.js';
import { clusterId, formatOnce } from './format.js';
import { findJars } from './jars.js';
import { findJava } from './java.js';
import { settings } from './settings.js';

/** One of several brokers. */
export type KafkaNode = {
  /** As Kafka's metadata name it. */
  readonly id: number;
  /** Begins, or begins again after {@link kill9}; returns when it answers. */
  start(): Promise<void>;
  kill9(): Promise<void>;
  /** Has it stand still, as a machine that is taken off its network: the others take it for dead. */
  pause(): void;
  resume(): void;
};

/** Brokers of one cluster, with a controller apart that outlives them. */
export type KafkaNodes = {
  /** `host:port` of each, parted by commas. */
  readonly brokers: string;
  readonly nodes: readonly KafkaNode[];
  /** Ends all of it and deletes the folder. */
  remove(): Promise<void>;
};

const START_MS = 60_000;
const POLL_MS = 50;
const CONTROLLER = 100;

/** Starts several brokers with little memory in one folder: for tests of what only several can do. */
export async function startNodes(options: { readonly folder: string; readonly brokers: number }): Promise<KafkaNodes> {
  const java = await findJava();
  const jars = await findJars(java, () => undefined);
  await mkdir(options.folder, { recursive: true });
  const folder = await realpath(options.folder);
  const cluster = clusterId();
  const voters = `controller.quorum.voters=${CONTROLLER}@127.0.0.1:${await freePort()}`;
  const controllerAt = voters.replace(/.*@/, '');

  const prepare = async (id: number, places: string): Promise<BrokerFiles> => {
    const own = join(folder, `node-${id}`);
    await mkdir(own, { recursive: true });
    const files: BrokerFiles = { ...filesOf(own), java, jars, secured: undefined };
    const replicated = `offsets.topic.replication.factor=${options.brokers}`;
    const ofNode = `node.id=${id}\n${replicated}\n${places}\n${voters}\n`;
    await formatOnce(files, () => undefined, { cluster, places: ofNode });
    await writeFile(files.properties, settings(files) + ofNode, { mode: 0o600 });
    return files;
  };
  const launch = (files: BrokerFiles, port: number, heap: string): ReturnType<typeof launchNode> =>
    launchNode(files, port, [], `-XX:SharedArchiveFile=${archiveOf(files)}`, heap);

  const broker = async (id: number): Promise<KafkaNode & { readonly address: string }> => {
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const places = `process.roles=broker\nlisteners=CLIENTS://${address}\nadvertised.listeners=CLIENTS://${address}`;
    const files = await prepare(id, places);
    let pid = 0;
    const start = async (): Promise<void> => {
      const launched = await launch(files, port, '-Xmx192m');
      pid = launched.pid;
      for (const until = Date.now() + START_MS; !(await answers(port, undefined)); await pause(POLL_MS))
        if (launched.ended() || Date.now() > until) throw new Error(`Node ${id} does not come up; see ${files.log}`);
    };
    return {
      ...{ id, address, start },
      kill9: () => endBroker(files.data, 'at once'),
      pause: () => signal(pid, 'SIGSTOP'),
      resume: () => signal(pid, 'SIGCONT'),
    };
  };

  const controller = prepare(CONTROLLER, `process.roles=controller\nlisteners=CONTROLLER://${controllerAt}`);
  const nodes = await Promise.all(Array.from({ length: options.brokers }, (_, n) => broker(n + 1)));
  const files = await controller;
  await launch(files, 0, '-Xmx128m');
  await Promise.all(nodes.map((node) => node.start()));
  return {
    brokers: nodes.map(({ address }) => address).join(','),
    nodes,
    remove: async () => {
      await Promise.all([...nodes.map((node) => node.kill9()), endBroker(files.data, 'at once')]);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
