import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as driver, type Browser } from 'playwright-core';
import { until } from '@ayni/testing/until';
import { Device } from './browser.js';
import { chromium } from './chromium.js';

const PORT = 'DevToolsActivePort';
/** What a browser that was killed leaves in its memory, and the next one would be stopped by. */
const LEFT = ['SingletonLock', 'SingletonCookie', 'SingletonSocket', PORT];

/** A phone whose browser can be killed as a phone without battery ends: what it had on its disk is there when it is opened again. */
export class KillableBrowser {
  private child: ChildProcess | undefined;
  private browser: Browser | undefined;

  private constructor(
    private readonly memory: string,
    private readonly url: string,
  ) {}

  static async make(url: string): Promise<KillableBrowser> {
    return new KillableBrowser(await mkdtemp(join(tmpdir(), 'ayni-phone-')), url);
  }

  /** Opens it with one page, at an address of the system. */
  async open(path: string): Promise<Device> {
    for (const name of LEFT) await rm(join(this.memory, name), { force: true });
    const { executablePath, args } = await chromium();
    const options = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.memory}`];
    // a group of its own: all its processes end together
    this.child = spawn(executablePath, [...args, ...options, 'about:blank'], { detached: true, stdio: 'ignore' });
    const port = join(this.memory, PORT);
    const address = (): Promise<string> => (existsSync(port) ? readFile(port, 'utf8') : Promise.resolve(''));
    await until(async () => (await address()).trim() !== '');
    const [number] = (await address()).split('\n');
    this.browser = await driver.connectOverCDP(`http://127.0.0.1:${number}`);
    const [context] = this.browser.contexts();
    if (context === undefined) throw new Error('the browser shows nothing');
    const device = await Device.in(context);
    await device.page.goto(new URL(path, this.url).href);
    return device;
  }

  /** Ends it as a power cut does. */
  async kill9(): Promise<void> {
    const { child } = this;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await exit;
    await this.browser?.close().catch(() => undefined);
    this.child = undefined;
  }

  async remove(): Promise<void> {
    await this.kill9();
    await rm(this.memory, { recursive: true, force: true, maxRetries: 5 });
  }
}
