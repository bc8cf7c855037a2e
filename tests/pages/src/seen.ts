import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { barriers, overflow } from './accessible.js';
import type { Device, Width } from './browser.js';

const BOTH: readonly Width[] = ['phone', 'laptop'];

/** Where pictures of what tests saw are put, where somebody wants to look at them. */
const PICTURES = process.env['AYNI_PICTURES'];

/**
 * What is wrong with the page that a device shows, whatever the page: barriers, what does not fit the screen, and what
 * its browser complained of.
 * @param name of the picture that is taken of it
 */
export async function faultsOf(device: Device, name: string): Promise<string[]> {
  const { page } = device;
  if (PICTURES !== undefined) {
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
  const wider = await overflow(page);
  return [
    ...(await barriers(page)),
    ...(wider > 0 ? [`${wider} px wider than the screen`] : []),
    ...device.complaints.splice(0),
  ].map((fault) => `${name}: ${fault}`);
}

/** The same for both widths, one after the other. */
export async function faultsAtBothWidths(device: Device, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of BOTH) {
    await device.makeAsWideAs(width);
    faults.push(...(await faultsOf(device, `${name}-${width}`)));
  }
  return faults;
}
