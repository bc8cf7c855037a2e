import { until } from '@ayni/testing/until';
import type { Device } from './browser.js';

/** Waits until a page shows what it has to show: its heading, or why it is not there, and nothing that is on its way still. */
export async function settled({ page, asked }: Device): Promise<void> {
  await page.locator('h1, .notice').first().waitFor();
  await until(async () => {
    if (asked.size > 0) return false;
    // what is asked next is asked when the first has come and was drawn
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => setTimeout(idle, 50))));
    return asked.size === 0 && (await page.locator('[aria-busy="true"]').count()) === 0;
  });
}
