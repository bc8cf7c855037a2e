import 'reflect-metadata';
import { readConfig } from './config.js';
import { runLaptop } from './run-laptop.js';

const config = readConfig('books');

await runLaptop(config, ({ laptop: { url }, setupCode, say }) => {
  if (config.readyAsJson) console.log(JSON.stringify({ ready: true, url, setupCode }));
  else {
    console.log(say('ready', { url }));
    console.log(say('docs', { url }));
    console.log(say('books', { folder: config.data }));
    if (setupCode !== null) console.log(`\n${say('setUp', { url, code: setupCode })}\n`);
    console.log(say('stop'));
  }
  return Promise.resolve();
});
