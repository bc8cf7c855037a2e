import type { Client } from '@ayni/api-client/client';
import type { Device } from './browser.js';
import { nameUser } from './people.js';

export const FERIA = 'Villa Dolores';
export const SELLER = 'sabina';

/** Three lettuces, as the office writes them. */
export const aSale = (receipt: string): object => ({
  ...{ receipt, soldAt: '2025-07-04T10:15:00-04:00', market: FERIA, payment: 'cash' },
  lines: [{ product: 'LECHUGA', quantity: '3', unit: 'piece', unitPrice: '2.50' }],
});

/** What there has to be before somebody sells: a product with its last price, a feria, and who sells. */
export async function openStall(client: Client): Promise<void> {
  await nameUser(client, { name: SELLER, roles: ['seller'] });
  const products = await client.command('/api/inventory/v1/products', {
    rows: [{ code: 'LECHUGA', name: 'Lechuga', stockUnit: 'piece', shelfLifeDays: 7 }],
  });
  await client.settled(products, 'sales');
  await client.post('/api/sales/v1/markets', { rows: [{ name: FERIA }] });
  await client.post('/api/sales/v1/sales', { rows: [aSale('OFICINA-1')] });
}

/** Chooses where she sells, and waits until the pages are on her phone. */
export async function takePlace({ page }: Device): Promise<void> {
  await page.getByLabel('Feria').selectOption(FERIA);
  await page.getByRole('button', { name: 'Listo' }).click();
  await page
    .getByRole('button', { name: /Lechuga/ })
    .first()
    .waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Product and quantity: what is left is to charge. */
export async function chooseTwo({ page }: Device): Promise<void> {
  await page
    .getByRole('button', { name: /Lechuga/ })
    .first()
    .click();
  await page.getByRole('button', { name: '2', exact: true }).click();
}

/** Product, quantity, charge: as far as the last tap. */
export async function tapSale(device: Device): Promise<void> {
  await chooseTwo(device);
  await device.page.getByRole('button', { name: /^Cobrar/ }).click();
}

/** The same, and waits until the page says that it is kept. @returns its number */
export async function sell(device: Device): Promise<string> {
  const told = device.page.getByText(/Guardada en este teléfono/);
  const before = (await told.count()) === 0 ? '' : await told.innerText();
  await tapSale(device);
  await device.page.waitForFunction((shown) => {
    const text = document.querySelector('.notice.done')?.textContent ?? '';
    return text.includes('Guardada en este teléfono') && !(shown !== '' && text.includes(shown));
  }, receiptIn(before));
  return receiptIn(await told.innerText());
}

const receiptIn = (text: string): string => /[0-9A-Z]+-\d{4}/.exec(text)?.[0] ?? '';

/** The numbers of the receipts that stand in the books, but for the office's. */
export async function receiptsOf(client: Client): Promise<string[]> {
  const all: string[] = [];
  for (let after = ''; ;) {
    const page = await client.get(`/api/sales/v1/sales?limit=500${after === '' ? '' : `&after=${after}`}`);
    all.push(...page.field('items').list.map((sale) => sale.field('receipt').text));
    const next = page.field('next').value;
    if (typeof next !== 'string') return all.filter((receipt) => receipt !== 'OFICINA-1');
    after = encodeURIComponent(next);
  }
}
