import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { until } from '@ayni/testing/until';
import type { Page, Route } from 'playwright-core';
import { TestBrowser, type Device } from '../src/browser.js';
import { KillableBrowser } from '../src/killable-browser.js';
import { COOP, openBooks, PASSWORD, signIn } from '../src/people.js';
import { settled } from '../src/settled.js';
import { openStall, receiptsOf, sell, SELLER, takePlace, tapSale } from '../src/stall.js';

const SALES = '**/api/sales/v1/sales';
const MANY = 500;
const DAYS = 60;
const DAY_MS = 86_400_000;

let system: SystemProcess;
let browser: TestBrowser;
let client: Client;
let killable: KillableBrowser | undefined;

beforeAll(async () => {
  [system, browser] = await Promise.all([SystemProcess.start({ form: 'laptop' }), TestBrowser.start()]);
  client = await openBooks(system);
  await openStall(client);
});

afterEach(async () => {
  await killable?.remove();
  killable = undefined;
});

afterAll(async () => {
  await browser.close();
  await system.remove();
});

/** A phone on which she has signed in and chosen her place, whose pages need no line. */
async function phone(): Promise<Device> {
  const device = await browser.device(system.url, 'phone');
  await signIn(device, SELLER);
  await takePlace(device);
  return device;
}

async function enter(page: Page): Promise<void> {
  await page.getByLabel('Código de la asociación').fill(COOP);
  await page.getByLabel('Usuario').fill(SELLER);
  await page.getByLabel('Contraseña').fill(PASSWORD);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('navigation').waitFor();
}

async function killablePhone(): Promise<{ phone: KillableBrowser; device: Device }> {
  killable = await KillableBrowser.make(system.url);
  const device = await killable.open('/');
  await enter(device.page);
  await takePlace(device);
  return { phone: killable, device };
}

/**
 * Has everything sent that a phone keeps, and waits until nothing waits any more. Where a browser was killed before it had
 * written that she is signed in, she signs in again.
 */
async function sendAll({ page }: Device): Promise<void> {
  await page.goto(new URL('/por-enviar', system.url).href);
  const whole = async (): Promise<boolean> => {
    if ((await page.getByRole('button', { name: 'Entrar' }).count()) === 1) await enter(page);
    const send = page.getByRole('button', { name: 'Enviar ahora' });
    if ((await send.count()) === 1) await send.click({ timeout: 5_000 });
    return (await page.getByText('No hay nada por enviar. Todo llegó.').count()) === 1;
  };
  await until(whole, { timeoutMs: 300_000 });
}

const countOf = async (receipt: string): Promise<number> =>
  (await receiptsOf(client)).filter((other) => other === receipt).length;

/** Does something with a receipt that leaves the phone, in the place of its being sent. @returns when that is over */
async function whenItLeaves({ page }: Device, act: (route: Route) => Promise<void>): Promise<void> {
  let settle: { resolve: () => void; reject: (error: unknown) => void } | undefined;
  const over = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  await page.route(SALES, (route): Promise<void> | undefined =>
    route.request().method() === 'POST' ? act(route).then(settle?.resolve, settle?.reject) : route.continue(),
  );
  return over;
}

/** A moment that a system is about to take something in. */
const takingIt = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What happens to the browser at each step of keeping and sending a receipt. */
const STEPS = {
  'the last tap': async (device: Device, kill: () => Promise<void>) => {
    await tapSale(device);
    await kill();
    return undefined;
  },
  'it is kept': async (device: Device, kill: () => Promise<void>) => {
    const receipt = await sell(device);
    await kill();
    return receipt;
  },
  'it leaves': async (device: Device, kill: () => Promise<void>) => {
    const left = whenItLeaves(device, () => kill());
    const receipt = await sell(device);
    await left;
    return receipt;
  },
  'it has arrived, and its answer is on its way': async (device: Device, kill: () => Promise<void>) => {
    const left = whenItLeaves(device, async (route) => {
      await route.fetch();
      await kill();
    });
    const receipt = await sell(device);
    await left;
    return receipt;
  },
  'its answer has come': async (device: Device, kill: () => Promise<void>) => {
    const answered = device.page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/sales/v1/sales'),
    );
    const receipt = await sell(device);
    await answered;
    await kill();
    return receipt;
  },
} as const;

test.each(Object.entries(STEPS))(
  'a browser that is killed when %s has its receipt once in the books after it is opened again',
  async (_, kept) => {
    const before = (await receiptsOf(client)).length;
    const { phone, device } = await killablePhone();
    const receipt = await kept(device, () => phone.kill9());
    await sendAll(await phone.open('/por-enviar'));
    const after = await receiptsOf(client);
    expect(new Set(after).size).toBe(after.length);
    // before the page said that it was kept, it may be there or not, but not by half
    if (receipt === undefined) expect(after.length - before).toBeLessThanOrEqual(1);
    else expect([await countOf(receipt), after.length - before]).toEqual([1, 1]);
  },
);

test.each([
  ['before it has the receipt', () => Promise.resolve()],
  ['with the receipt, before it answers', (route: Route) => route.fetch()],
  ['while it takes the receipt', (route: Route) => Promise.race([route.fetch().catch(() => undefined), takingIt()])],
] as const)('a system that is killed %s has it once when it is there again', async (_, reach) => {
  const device = await phone();
  const left = whenItLeaves(device, async (route) => {
    await reach(route);
    await system.kill9();
    await route.abort('connectionreset').catch(() => undefined);
  });
  const receipt = await sell(device);
  await left;
  await device.page.unrouteAll({ behavior: 'ignoreErrors' });
  await device.page.goto('/por-enviar');
  await device.page.getByText(receipt).waitFor();
  await system.restart({ atSameAddress: true });
  await sendAll(device);
  expect(await countOf(receipt)).toBe(1);
  await device.close();
});

test('a receipt whose answers are lost, three times, is once in the books', async () => {
  const device = await phone();
  let lost = 0;
  await device.page.route(SALES, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    lost += 1;
    await route.abort('connectionreset');
  });
  const receipt = await sell(device);
  await device.page.goto('/por-enviar');
  await until(async () => {
    await device.page.getByRole('button', { name: 'Enviar ahora' }).click();
    return lost >= 3;
  });
  await device.page.unrouteAll({ behavior: 'ignoreErrors' });
  await sendAll(device);
  expect(await countOf(receipt)).toBe(1);
  await device.close();
});

test('two tabs that wake at once send each receipt once', async () => {
  const device = await phone();
  const posts: string[] = [];
  device.context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/sales/v1/sales')) posts.push(request.url());
  });
  await device.context.setOffline(true);
  const receipts: string[] = [];
  for (let sale = 0; sale < 10; sale += 1) receipts.push(await sell(device));
  const other = await device.context.newPage();
  await other.goto('/por-enviar');
  posts.length = 0;
  await device.context.setOffline(false);
  await until(async () => (await receiptsOf(client)).filter((receipt) => receipts.includes(receipt)).length >= 10);
  await sendAll(device);
  const arrived = (await receiptsOf(client)).filter((receipt) => receipts.includes(receipt));
  expect(arrived.toSorted()).toEqual(receipts.toSorted());
  expect(posts).toHaveLength(10);
  await device.close();
});

test('a harvest is noted on a page that is opened without a line, from what was at hand before, and is once in the books', async () => {
  await client.post('/api/production/v1/structures', {
    rows: [{ code: 'CARPA-1', name: 'Carpa de arriba', kind: 'greenhouse', areaM2: '90' }],
  });
  const units = await client.command('/api/inventory/v1/units', {
    rows: [{ product: 'LECHUGA', unit: 'amarro', factor: '12', validFrom: '2024-01-01' }],
  });
  await client.settled(units, 'production');
  const device = await browser.device(system.url, 'phone');
  const { context, page } = device;
  await signIn(device, 'martina');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // she saw the page of the day with a line, and no page of a harvest
  await page.goto('/hoy');
  await until(() =>
    page.evaluate(async () => {
      const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return kept.flat().some(({ url }) => url.includes('note-harvest'));
    }),
  );
  await settled(device);
  await context.setOffline(true);
  await page.goto('/cosechas/nueva');
  await page.getByLabel('De dónde').selectOption('Carpa de arriba');
  await page.getByRole('button', { name: 'Guardar la cosecha' }).click();
  // what has to be chosen is asked for here, not weeks later
  await expect(page.getByText('Guardado en este teléfono').count()).resolves.toBe(0);
  await page.getByRole('button', { name: 'Lechuga' }).click();
  await page.getByLabel('Cantidad').fill('12');
  await page.getByRole('button', { name: 'Guardar la cosecha' }).click();
  await page.getByText('Guardado en este teléfono').waitFor();
  await context.setOffline(false);
  await page.goto('/por-enviar');
  await page.getByRole('button', { name: 'Enviar ahora' }).click();
  await until(async () => {
    const { list } = (await client.get('/api/production/v1/harvests')).field('items');
    return list.map((row) => row.field('stockQuantity').text).join() === '144';
  });
  await device.close();
});

test("a hotel's sign-in page in the place of the system takes nothing for sent", async () => {
  const device = await phone();
  await device.context.route('**/api/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Bienvenida al hotel</h1>' }),
  );
  const receipt = await sell(device);
  await device.page.goto('/por-enviar');
  await device.page.getByText(receipt).waitFor();
  await device.page.getByRole('button', { name: 'Enviar ahora' }).click();
  await device.page.getByText(receipt).waitFor();
  expect(await countOf(receipt)).toBe(0);
  await device.context.unrouteAll({ behavior: 'ignoreErrors' });
  await sendAll(device);
  expect(await countOf(receipt)).toBe(1);
  await device.close();
});

test('a receipt of a session that ended waits until she signs in again, and is sent as hers', async () => {
  const device = await phone();
  await device.context.setOffline(true);
  const receipt = await sell(device);
  // whoever lost a phone has it signed out; this one comes back
  await client.as(SELLER, PASSWORD).post('/api/members/v1/sessions/ending', {});
  await device.context.setOffline(false);
  await device.page.goto('/por-enviar');
  await device.page.getByRole('heading', { name: 'Entrar' }).waitFor();
  expect(await countOf(receipt)).toBe(0);
  await signIn(device, SELLER);
  await sendAll(device);
  expect(await countOf(receipt)).toBe(1);
  await device.close();
});

test('five hundred receipts of sixty days arrive, each once, within two minutes', async () => {
  const device = await phone();
  await device.context.setOffline(true);
  const now = Date.now();
  const commands = Array.from({ length: MANY }, (_, index) => {
    const at = now - Math.floor((index * DAYS * DAY_MS) / MANY) - 60_000;
    const receipt = `ZZZ-${String(index + 1).padStart(4, '0')}`;
    const row = {
      ...{ receipt, soldAt: new Date(at).toISOString(), market: 'Villa Dolores', payment: 'cash' },
      lines: [{ product: 'LECHUGA', quantity: '1', unit: 'piece', unitPrice: '2.50' }],
    };
    return {
      ...{ key: `sixty-days-${index}`, route: 'POST /api/sales/v1/sales', sent: { body: { rows: [row] } } },
      ...{ label: receipt, coop: COOP, user: SELLER, keptAt: at, clockAhead: 0, state: 'waiting', tries: 0 },
    };
  });
  const copy = JSON.stringify({ form: 'ayni-queue-1', commands });
  await device.page.goto('/por-enviar');
  await device.page
    .getByLabel('Leer una copia')
    .setInputFiles({ name: 'copia.json', mimeType: 'application/json', buffer: Buffer.from(copy) });
  await device.page.getByText(`Se tomaron ${MANY} registros de la copia.`).waitFor();
  await device.page.getByText('más de siete días').waitFor();
  const began = performance.now();
  await device.context.setOffline(false);
  const arrived = async (): Promise<string[]> =>
    (await receiptsOf(client)).filter((receipt) => receipt.startsWith('ZZZ-'));
  await until(async () => (await arrived()).length >= MANY, { timeoutMs: 600_000 });
  const seconds = (performance.now() - began) / 1_000;
  await sendAll(device);
  expect(new Set(await arrived()).size).toBe(MANY);
  process.stdout.write(`500 receipts of 60 days: ${seconds.toFixed(0)} s\n`);
  await device.close();
});

test('a phone that keeps nothing sells with a line, and says so; without one it says to write it down', async () => {
  const device = await browser.device(system.url, 'phone');
  await signIn(device, SELLER);
  await takePlace(device);
  // as a browser answers whose disk is full
  await device.page.evaluate(() => {
    const refuse = (): never => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = refuse;
    IDBObjectStore.prototype.put = refuse;
  });
  await tapSale(device);
  await device.page.getByText(/Este teléfono no guarda nada: la venta .* se envió de una vez/).waitFor();
  const told = await device.page.locator('.notice.done').innerText();
  const receipt = /[0-9A-Z]+-\d{4}/.exec(told)?.[0] ?? '';
  expect(await countOf(receipt)).toBe(1);
  await device.context.setOffline(true);
  await tapSale(device);
  await device.page.getByText('Anótela en papel').waitFor();
  await device.close();
});
