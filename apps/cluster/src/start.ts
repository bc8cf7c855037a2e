import { sentenceOf } from '@ayni/kernel';
import { Cluster, type Ready } from './cluster.js';
import { readConfig } from './config.js';
import { speaker } from './translations.js';

const config = readConfig();
const say = speaker(config.language);
const leaving = new AbortController();
const cluster = new Cluster(config, say, (text) => console.error(text));

const leave = (): void => {
  if (!leaving.signal.aborted) {
    leaving.abort();
    return;
  }
  void cluster.force().finally(() => {
    if (!config.readyAsJson) console.log(say('forced'));
    process.exit(1);
  });
};
const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, leave);
if (config.endsWithParent) process.stdin.once('end', leave).once('error', leave).resume();

/** The services as programs read them. */
const placesOf = (services: Ready['services']): object =>
  Object.fromEntries(services.map(({ name, url, pid }) => [name, { url, pid }]));

const tell = ({ url, brokers, setupCode, services }: Ready): void => {
  if (config.readyAsJson) {
    console.log(JSON.stringify({ ready: true, url, setupCode, brokers, services: placesOf(services) }));
    return;
  }
  console.log(say('ready', { url }));
  console.log(say('docs', { url }));
  console.log(say('brokers', { brokers }));
  for (const { name, url: at = '', pid } of services) console.log(say('service', { name, url: at, pid: String(pid) }));
  console.log(say('data', { folder: config.data }));
  if (setupCode !== null) console.log(`\n${say('setUp', { url, code: setupCode })}\n`);
  console.log(say('stop'));
};

try {
  await Promise.race([cluster.start().then(tell), left]);
  await left;
  if (!config.readyAsJson) console.log(`\n${say('stopping')}`);
} catch (error) {
  console.error(sentenceOf(error, config.language));
  process.exitCode = 1;
}
await cluster.stop();
if (!config.readyAsJson && process.exitCode !== 1) console.log(say('stopped'));
// whatever is still open would keep the process; all that mattered has been closed
process.exit();
