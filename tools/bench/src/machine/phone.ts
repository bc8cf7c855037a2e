import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/** Lines in milliseconds of a round trip and bytes a second. */
const LINES = {
  // as browsers' own tools have it: 1.6 Mbit/s
  'slow 4G': { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
  // 400 kbit/s
  'slow 3G': { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 },
  'as it is': { latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
} as const;

export type Line = keyof typeof LINES;

/** A phone's browser with one page, whose processor and line can be made slow. */
export class Phone {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async open(url: string): Promise<Phone> {
    const executablePath = USUAL.find((path) => existsSync(path)) ?? (await packaged.executablePath());
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS, headless: true });
    const context = await browser.newContext({
      ...{ baseURL: url, viewport: { width: 360, height: 740 }, locale: 'es-BO', hasTouch: true },
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Phone(browser, page, session);
  }

  /** @param times how much slower than this machine its processor is */
  async slow(times: number, line: Line): Promise<void> {
    await this.session.send('Emulation.setCPUThrottlingRate', { rate: times });
    await this.session.send('Network.emulateNetworkConditions', { offline: false, ...LINES[line] });
  }

  /** Forgets every file of the pages; who is signed in stays. */
  async forgetFiles(url: string): Promise<void> {
    await this.session.send('Storage.clearDataForOrigin', {
      origin: new URL(url).origin,
      storageTypes: 'cache_storage,service_workers',
    });
    await this.session.send('Network.clearBrowserCache');
  }

  /** Processor time of the page's main thread since it was opened, in milliseconds. */
  async mainThreadMs(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
