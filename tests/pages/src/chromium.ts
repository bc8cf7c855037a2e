import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';

/** Where distributions put it. */
const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What a browser is started with where nobody looks at it. */
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  // it is to speak with nobody but us
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  '--font-render-hinting=none',
  // fields of days are in the order of the browser's own language
  '--lang=es-BO',
];

/** The Chromium of this machine, or else the one that a package brings, unpacked once. */
export async function chromium(): Promise<{ readonly executablePath: string; readonly args: string[] }> {
  const here = USUAL.find((path) => existsSync(path));
  if (here !== undefined) return { executablePath: here, args: ARGUMENTS };
  return { executablePath: await packaged.executablePath(), args: ARGUMENTS };
}
