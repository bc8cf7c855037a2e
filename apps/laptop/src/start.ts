import 'reflect-metadata';
import { addressLines } from './address-lines.js';
import { openBrowser } from './browser.js';
import { readConfig } from './config.js';
import { runLaptop } from './run-laptop.js';

const config = readConfig('books');

await runLaptop(config, async ({ laptop: { url }, setupCode, say }) => {
  if (config.readyAsJson) console.log(JSON.stringify({ ready: true, url, setupCode }));
  else {
    console.log(addressLines(url, say));
    console.log(say('docs', { url }));
    console.log(say('books', { folder: config.data }));
    if (setupCode !== null) console.log(`\n${say('setUp', { url, code: setupCode })}\n`);
    console.log(say('stop'));
    if (config.opens) await openBrowser(url);
  }
});
