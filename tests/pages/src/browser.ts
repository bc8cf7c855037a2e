import { chromium as driver, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { chromium } from './chromium.js';

/** The two widths that every screen is looked at. */
export const WIDTHS = { phone: 360, laptop: 1366 } as const;
export type Width = keyof typeof WIDTHS;

const PATIENCE_MS = 300_000;
const HEIGHTS = { phone: 740, laptop: 850 } as const;
const sizeOf = (width: Width): { width: number; height: number } => ({ width: WIDTHS[width], height: HEIGHTS[width] });

/** A browser; the screens in it are phones or laptops, each with a memory of its own. */
export class TestBrowser {
  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<TestBrowser> {
    return new TestBrowser(await driver.launch({ ...(await chromium()), headless: true }));
  }

  /** A device on which nobody has signed in yet. */
  async device(url: string, width: Width): Promise<Device> {
    const context = await this.browser.newContext({
      baseURL: url,
      viewport: sizeOf(width),
      locale: 'es-BO',
      timezoneId: 'America/La_Paz',
      hasTouch: width === 'phone',
    });
    return Device.in(context);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** One phone or laptop, with one page open, and what its browser complained of. */
export class Device {
  /** What the browser said that a page did wrong: errors of scripts, and what the page's own policy forbade. */
  readonly complaints: string[] = [];
  /** What its page asked and has no answer to; what is followed stays open, and is none of it. */
  readonly asked = new Set<Request>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async in(context: BrowserContext): Promise<Device> {
    // only what hangs fails by it: a busy machine is no failure
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const device = new Device(context, page);
    page.on('request', (request) => {
      // what the page before it asked is of no use any more
      if (request.isNavigationRequest()) device.asked.clear();
      if (!request.url().includes('/events/stream')) device.asked.add(request);
    });
    page.on('requestfinished', (request) => device.asked.delete(request));
    page.on('requestfailed', (request) => device.asked.delete(request));
    page.on('pageerror', (error) => device.complaints.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      // that a request was refused is the page's to show, and the browser's only to note
      if (message.type() === 'error' && !/^Failed to load resource/.test(text)) device.complaints.push(text);
    });
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      ),
    );
    return device;
  }

  /** Shows its page at another width, as who turns a phone does, and waits until it was drawn anew. */
  async makeAsWideAs(width: Width): Promise<void> {
    await this.page.setViewportSize(sizeOf(width));
    // in the first frame it hears of its width
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
