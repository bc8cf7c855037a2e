import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fieldOf } from '@ayni/kernel';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Only what is broken is described: by default each node that is right gets a selector of its own, and styles are fetched again. */
const ASKED = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  selectors: false,
  preload: false,
};

/** What of WCAG 2.2, levels A and AA, a page breaks, as far as a program can tell: each with where. */
export async function barriers(page: Page): Promise<string[]> {
  // past the page's own policy, which lets no script of others in
  const session = await page.context().newCDPSession(page);
  const { result: here } = await session.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (here.value === 'undefined') await session.send('Runtime.evaluate', { expression: await readFile(AXE, 'utf8') });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, ${JSON.stringify(ASKED)}).then(({ violations }) => violations.map(
      ({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const found: unknown = fieldOf(result, 'value');
  return Array.isArray(found) ? found.map(String) : [`axe did not answer: ${JSON.stringify(result)}`];
}

/** How much wider than the screen a page is; people would have to push it sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
