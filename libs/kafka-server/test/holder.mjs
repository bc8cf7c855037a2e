// A program that holds a broker until it is killed: `node holder.mjs FOLDER`; prints the broker's process when it has it.
import { setInterval } from 'node:timers';

import { sentenceOf } from '@ayni/kernel';
import { startKafka } from '@ayni/kafka-server/start';

const [folder] = process.argv.slice(2);
try {
  const server = await startKafka({ folder, onNotice: () => undefined });
  console.log(server.pid());
  setInterval(() => undefined, 2 ** 30);
} catch (error) {
  for (const language of ['en', 'es']) console.error(sentenceOf(error, language));
  process.exit(1);
}
