import 'reflect-metadata';
import { addressLines, toldOf } from './address-lines.js';
import { openBrowser } from './browser.js';
import { readConfig } from './config.js';
import { runLaptop } from './run-laptop.js';

const config = readConfig('books');

await runLaptop(config, async ({ laptop, setupCode, say }) => {
  const { url, network } = laptop;
  if (config.readyAsJson)
    console.log(JSON.stringify({ ready: true, url, setupCode, ...(network && { network: toldOf(network) }) }));
  else {
    console.log(addressLines(laptop, say));
    console.log(say('docs', { url }));
    console.log(say('books', { folder: config.data }));
    if (setupCode !== null) console.log(`\n${say('setUp', { url, code: setupCode })}\n`);
    console.log(say('stop'));
    if (config.opens) await openBrowser(url);
  }
});
