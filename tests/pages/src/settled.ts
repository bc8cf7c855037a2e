import { until } from '@ayni/testing/until';
import type { Device } from './browser.js';

/** Waits until a page shows what it has to show: its heading, or why it is not there, and nothing that is on its way still. */
export async function settled({ page }: Device): Promise<void> {
  await page.locator('h1, .notice').first().waitFor();
  // what is asked next is asked when the first has come
  await page.waitForLoadState('networkidle');
  await until(async () => (await page.locator('[aria-busy="true"]').count()) === 0);
}
