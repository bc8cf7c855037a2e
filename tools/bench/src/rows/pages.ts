import { Client } from '@ayni/api-client/client';
import { spreadOf, type Figure } from '../figure.js';
import { Phone } from '../machine/phone.js';
import { Product } from '../machine/product.js';
import type { Row } from '../row.js';

const COOP = { code: 'chacoma', name: 'Productoras de Chacoma', currency: 'BOB', timezone: 'America/La_Paz' };
const PASSWORD = 'papas y habas del norte';
const FERIA = 'Villa Dolores';
const RUNS = 5;
/** What a page says before how long it took. */
const OPEN = 'open after ';
/** How much slower a cheap phone is than the machine that measures. */
const CHEAP = 6;

/**
 * Has the page say how many milliseconds it took to show what a sale begins with. Whoever looks from outside, again and again,
 * takes the slow processor for himself.
 */
const SAY_WHEN_OPEN = `(() => {
  if (location.pathname !== '/vender') return;
  const isSeen = () => [...document.querySelectorAll('button')].some((button) => button.textContent.includes('Lechuga'));
  const look = new MutationObserver(() => {
    if (!isSeen()) return;
    look.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // after the picture, not before it
      port1.onmessage = () => console.debug('${OPEN}' + performance.now());
      port2.postMessage(undefined);
    });
  });
  look.observe(document, { subtree: true, childList: true });
})()`;

/** Milliseconds from a tap until what it brings can be seen, as the page itself has them. */
const TAP = (button: string, seen: string): string => `new Promise((resolve) => {
  const began = performance.now();
  const isSeen = () => document.body.innerText.includes(${JSON.stringify(seen)});
  const look = () => isSeen() ? requestAnimationFrame(() => resolve(performance.now() - began)) : requestAnimationFrame(look);
  [...document.querySelectorAll('button')].find((button) => button.innerText.trim().startsWith(${JSON.stringify(button)})).click();
  look();
})`;

export const pagesRow: Row = {
  name: 'pages',
  carrier: 'local',
  how: `A seller's page in a real Chromium, ${RUNS} times, its files forgotten before each first visit: processor time of the main
thread, and what a person waits on a processor ${CHEAP} times slower than this one, over 1.6 Mbit/s and
150 ms where it says slow 4G, 400 kbit/s and 400 ms where it says slow 3G. The page itself says when it has drawn what a sale begins
with, counted from when the browser left for it.`,
  async measure(bench) {
    const product = await Product.start(await bench.folder(), bench.env);
    try {
      await fill(product);
      return await measureOn(product.url);
    } finally {
      await product.stop();
    }
  },
};

async function fill({ url, setupCode }: Product): Promise<void> {
  const first = await Client.setUp(url, setupCode, COOP, { name: 'martina', password: PASSWORD });
  const lettuce = { code: 'LECHUGA', name: 'Lechuga', stockUnit: 'piece', shelfLifeDays: 7 };
  await first.settled(await first.command('/api/inventory/v1/products', { rows: [lettuce] }), 'sales');
  await first.post('/api/sales/v1/markets', { rows: [{ name: FERIA }] });
  const lines = [{ product: 'LECHUGA', quantity: '3', unit: 'piece', unitPrice: '2.50' }];
  await first.post('/api/sales/v1/sales', {
    rows: [{ receipt: 'OFICINA-1', soldAt: '2025-07-04T10:15:00-04:00', market: FERIA, payment: 'cash', lines }],
  });
}

async function measureOn(url: string): Promise<Figure[]> {
  const phone = await Phone.open(url);
  const { page } = phone;
  const tile = page.getByRole('button', { name: /Lechuga/ });
  const [cpu, far, first, again, answer, kept]: number[][] = [[], [], [], [], [], []];
  try {
    await page.addInitScript(SAY_WHEN_OPEN);
    await page.goto('/');
    await page.getByLabel('Código de la asociación').fill(COOP.code);
    await page.getByLabel('Usuario').fill('martina');
    await page.getByLabel('Contraseña').fill(PASSWORD);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('navigation').waitFor();
    await page.goto('/vender');
    await page.getByLabel('Feria').selectOption(FERIA);
    await page.getByRole('button', { name: 'Listo' }).click();
    await tile.waitFor();
    for (let run = 0; run < RUNS; run += 1) {
      const visit = async (): Promise<number> => {
        await page.goto('about:blank');
        const [said] = await Promise.all([
          page.waitForEvent('console', (message) => message.text().startsWith(OPEN)),
          page.goto(new URL('/vender', url).href, { waitUntil: 'commit' }),
        ]);
        return Number(said.text().slice(OPEN.length)) / 1_000;
      };
      await phone.forgetFiles(url);
      await visit();
      cpu?.push(await phone.mainThreadMs());

      await phone.forgetFiles(url);
      await phone.slow(CHEAP, 'slow 3G');
      far?.push(await visit());

      await phone.forgetFiles(url);
      await phone.slow(CHEAP, 'slow 4G');
      first?.push(await visit());
      await phone.slow(1, 'as it is');
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');

      await page.context().setOffline(true);
      await phone.slow(CHEAP, 'as it is');
      again?.push(await visit());
      answer?.push(Number(await page.evaluate(TAP('Lechuga', '¿Cuánto?'))));
      await page.evaluate(TAP('2', 'Cobrar 5'));
      kept?.push(Number(await page.evaluate(TAP('Cobrar', 'Guardada en este teléfono'))));
      await phone.slow(1, 'as it is');
      await page.context().setOffline(false);
    }
  } finally {
    await phone.close();
  }
  const atMost = (limit: number): Pick<Figure, 'goal'> => ({ goal: { is: 'at most', limit } });
  return [
    {
      what: 'main thread until a sale can be made, first visit',
      ...{ ...atMost(150), unit: 'ms', digits: 0, measured: spreadOf(cpu ?? []) },
    },
    {
      what: `first visit until a sale can be made, slow 4G, processor ÷ ${CHEAP}`,
      ...{ ...atMost(3), unit: 's', digits: 1, measured: spreadOf(first ?? []) },
    },
    {
      what: 'the same, slow 3G',
      ...{ ...atMost(5), unit: 's', digits: 1, measured: spreadOf(far ?? []) },
    },
    {
      what: `a later visit without a line, processor ÷ ${CHEAP}`,
      ...{ ...atMost(1.2), unit: 's', digits: 1, measured: spreadOf(again ?? []) },
    },
    {
      what: `a tap until its answer is seen, processor ÷ ${CHEAP}`,
      ...{ ...atMost(100), unit: 'ms', digits: 0, measured: spreadOf(answer ?? []) },
    },
    {
      what: `the last tap until the sale is kept and said so, processor ÷ ${CHEAP}`,
      ...{ ...atMost(300), unit: 'ms', digits: 0, measured: spreadOf(kept ?? []) },
    },
  ];
}
