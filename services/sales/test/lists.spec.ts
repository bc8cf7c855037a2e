import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { line, receipt, Stall } from './stall.js';

let service: TestService;
let stall: Stall;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  stall = await Stall.open(service);
});

const at = (day: string): string => `${day}T12:00:00-04:00`;
const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Seven receipts of three days, two markets and two products. */
async function fill(): Promise<void> {
  const quinoa = line({ product: 'QUINOA', quantity: '0.5', unit: 'kg', unitPrice: '18.00' });
  const rows = [
    receipt('R7', { soldAt: at('2025-08-04') }),
    receipt('R2', { soldAt: at('2025-08-04'), market: 'El Alto', lines: [line(), quinoa] }),
    receipt('R5', { soldAt: at('2025-08-05'), payment: 'qr', lines: [quinoa, quinoa] }),
    receipt('R1', { soldAt: at('2025-08-06') }),
    receipt('R6', { soldAt: at('2025-08-05'), market: 'El Alto', payment: 'credit' }),
    receipt('R4', { soldAt: at('2025-08-04') }),
    receipt('R3', { soldAt: at('2025-08-06'), payment: 'qr' }),
  ];
  await stall.manager.post('/sales', { rows }).expect(201);
}

async function numbers(query: string): Promise<string[]> {
  const { body } = await stall.manager.get(`/sales${query}`).expect(200);
  return body.items.map((sale: { receipt: string }) => sale.receipt);
}

/** The numbers on each page, from one to the next by its Link. */
async function follow(path: string | undefined): Promise<string[][]> {
  if (path === undefined) return [];
  const { body, headers } = await stall.manager.get(path).expect(200);
  const link = /\/sales\?.*(?=>; rel="next")/.exec(headers['link'] ?? '')?.[0];
  expect(link?.includes(`after=${body.next}`) ?? body.next).toBe(link === undefined ? null : true);
  return [body.items.map((sale: { receipt: string }) => sale.receipt), ...(await follow(link))];
}

describe('the list of receipts', () => {
  test('shows each receipt once, in the order of its days, in pages of any size', async () => {
    await fill();
    for (const limit of [1, 2, 6, 7, 8]) {
      const pages = await follow(`/sales?limit=${limit}`);
      expect(pages.flat()).toEqual(['R2', 'R4', 'R7', 'R5', 'R6', 'R1', 'R3']);
      expect(pages).toHaveLength(Math.ceil(7 / limit));
    }
  });

  test('goes on where it stopped though receipts come in between', async () => {
    await fill();
    const { body } = await stall.manager.get('/sales?limit=3').expect(200);
    const rows = [receipt('R0', { soldAt: at('2025-08-03') }), receipt('R55', { soldAt: at('2025-08-05') })];
    await stall.manager.post('/sales', { rows }).expect(201);
    expect(await numbers(`?limit=3&after=${body.next}`)).toEqual(['R5', 'R55', 'R6']);
  });

  test('is cut by days, market and payment', async () => {
    await fill();
    expect(await numbers('?from=2025-08-05')).toEqual(['R5', 'R6', 'R1', 'R3']);
    expect(await numbers('?from=2025-08-05&to=2025-08-05')).toEqual(['R5', 'R6']);
    expect(await numbers('?market=El%20Alto')).toEqual(['R2', 'R6']);
    expect(await numbers('?market=Viacha&payment=qr&to=2025-08-05')).toEqual(['R5']);
  });

  test('refuses a cursor that it did not give', async () => {
    const cursors = [
      ['nonsense', 'bad-cursor'],
      [cursor('harvests', '2025-08-04', 'R2'), 'bad-cursor'],
      [cursor('sales', '2025-08-04'), 'bad-cursor'],
      [cursor('sales', '2025-08-04', 2), 'bad-cursor'],
      [cursor('sales', '2025-08-04', 'R\u00002'), 'bad-cursor'],
      [cursor('sales', 'no day', 'R2'), 'bad-request'],
    ] as const;
    for (const [after, code] of cursors)
      expect((await stall.manager.get(`/sales?after=${after}`).expect(400)).body.code).toBe(code);
  });

  test('refuses to be asked for what it has not', async () => {
    const days = 'from=2025-08-05&to=2025-08-04';
    for (const query of ['limit=0', 'limit=-1', 'limit=x', 'from=2025-02-30', days, 'day=2025-08-04', 'payment=gold'])
      await stall.manager.get(`/sales?${query}`).expect(400);
  });

  test('reads what it is asked for as UTF-8, or not at all', async () => {
    for (const query of ['market=Pe%F1as', 'market=%ED%A0%80', 'market=%', 'Pe%F1as=1'])
      expect((await stall.manager.get(`/sales?${query}`).expect(400)).body).toMatchObject({ code: 'bad-request' });
    await stall.manager.get('/sales?market=Pe%C3%B1as').expect(200);
  });
});

describe('a list as CSV', () => {
  test('has a row for each line, headed in the language asked for, and is given to who accepts it', async () => {
    await fill();
    const asked = await stall.manager.get('/sales?format=csv&market=El%20Alto').expect(200);
    expect(asked.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(asked.headers['content-disposition']).toBe('attachment; filename="ventas-2026-07-02.csv"');
    const [header, ...rows] = asked.text.trimEnd().split('\r\n');
    expect(header).toBe(
      'recibo,vendido el,día,mercado,forma de pago,moneda,total,línea,producto,cantidad,unidad,unidad del almacén,' +
        'cantidad en almacén,precio,monto,registrado por,registrado el,anulación,anulado por,anulado el',
    );
    const entered = 'ana,2026-07-02T16:00:00.000Z,,,';
    expect(rows).toEqual([
      `R2,2025-08-04T16:00:00.000Z,2025-08-04,El Alto,cash,BOB,16.50,1,LETTUCE,3,piece,piece,3,2.50,7.50,${entered}`,
      `R2,2025-08-04T16:00:00.000Z,2025-08-04,El Alto,cash,BOB,16.50,2,QUINOA,0.5,kg,g,500,18.00,9.00,${entered}`,
      `R6,2025-08-05T16:00:00.000Z,2025-08-05,El Alto,credit,BOB,7.50,1,LETTUCE,3,piece,piece,3,2.50,7.50,${entered}`,
    ]);
    const accepted = await stall.manager.get('/sales?market=El%20Alto', { accept: 'text/csv' }).expect(200);
    expect(accepted.text).toBe(asked.text);
    const spanned = await stall.manager
      .get('/sales?format=csv&from=2025-08-04&to=2025-08-05', { 'accept-language': 'en' })
      .expect(200);
    expect(spanned.headers['content-disposition']).toBe('attachment; filename="sales-2025-08-04-2025-08-05.csv"');
    expect(spanned.text).toMatch(/^receipt,sold at,day,market,/);
  });

  test('is headed with the names of the fields for programs', async () => {
    const { text } = await stall.manager.get('/sales?format=csv&headers=names').expect(200);
    expect(text).toBe(
      'receipt,soldAt,day,market,payment,currency,total,lines.line,lines.product,lines.quantity,lines.unit,' +
        'lines.stockUnit,lines.stockQuantity,lines.unitPrice,lines.amount,recordedBy,recordedAt,reversal,reversedBy,' +
        'reversedAt\r\n',
    );
  });

  test('shows as text what a spreadsheet would compute, but numbers as numbers, and quotes what would break a row', async () => {
    const names = [
      '=HYPERLINK("http://x")',
      '+591',
      '-490.00',
      '-1+1',
      '@SUM(A1)',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      'a, b',
    ];
    await stall.manager.post('/markets', { rows: [...names, 'say "ñ"'].map((name) => ({ name })) }).expect(201);
    const { text } = await stall.manager.get('/markets?format=csv').expect(200);
    expect(text.trimEnd().split('\r\n').slice(1).sort()).toEqual(
      [
        `"'=HYPERLINK(""http://x"")"`,
        `'+591`,
        '-490.00',
        `'-1+1`,
        `'@SUM(A1)`,
        `'＝1+1`,
        `'＋1`,
        `'－1`,
        `'＠x`,
        '"a, b"',
        '"say ""ñ"""',
        'El Alto',
        'Viacha',
      ]
        .map((name) => `${name},${name},,1`)
        .sort(),
    );
  });

  test('marks what begins with a control sign, as older books may have it', async () => {
    await stall.service.sql.query(`UPDATE markets SET called = E'\\t=1+1' WHERE coop_id = $1 AND name = 'Viacha'`, [
      stall.coop,
    ]);
    const { text } = await stall.manager.get('/markets?format=csv').expect(200);
    expect(text).toContain(`\r\n'\t=1+1,Viacha,,1\r\n`);
  });

  test('begins with a byte order mark only where one is asked for, and comes in no form that is not known', async () => {
    const { text } = await stall.manager.get('/markets?format=csv').expect(200);
    expect(text.startsWith('nombre')).toBe(true);
    const marked = await stall.manager.get('/markets?format=csv&bom=true').expect(200);
    expect(marked.text).toBe(`\uFEFF${text}`);
    const refused = [
      ['/markets?format=xml', '/format'],
      ['/markets?format=CSV', '/format'],
      ['/markets?format=csv&format=json', '/format'],
      ['/sales/R1?format=csv', '/format'],
      ['/totals/sales?by=day&format=ods', '/format'],
      ['/markets?bom=true', '/bom'],
      ['/markets?headers=names', '/headers'],
      ['/markets?format=csv&headers=none', '/headers'],
    ] as const;
    for (const [path, pointer] of refused) {
      const { body } = await stall.manager.get(path).expect(400);
      expect([path, body]).toMatchObject([path, { code: 'bad-field', pointer }]);
    }
  });

  test('is whole, however many pages it takes', async () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => ({ name: `M${String(i).padStart(4, '0')}` }));
    await stall.manager.post('/markets', { rows }).expect(201);
    const { text } = await stall.manager.get('/markets?format=csv&limit=7').expect(200);
    expect(text.trimEnd().split('\r\n').slice(2)).toEqual(
      [...rows.map(({ name }) => name), 'Viacha'].map((name) => `${name},${name},,1`),
    );
  });

  test('has totals too', async () => {
    await fill();
    const { text, headers } = await stall.manager.get('/totals/sales?by=product&format=csv&headers=names').expect(200);
    expect(text.trimEnd().split('\r\n')).toEqual([
      'key,receipts,lines,amount,stockQuantity,stockUnit,market',
      'LETTUCE,6,6,45.00,18,piece,',
      'QUINOA,2,3,27.00,1500,g,',
    ]);
    expect(headers['content-disposition']).toBe('attachment; filename="totales-de-ventas-2026-07-02.csv"');
  });
});

describe('totals', () => {
  const totals = async (query: string): Promise<object[]> =>
    (await stall.manager.get(`/totals/sales?${query}`).expect(200)).body.items;

  test('by week are told for each market, the week by its Monday', async () => {
    await fill();
    expect(await totals('by=week')).toEqual([
      { key: '2025-08-04', market: 'El Alto', receipts: 2, lines: 3, amount: '24.00' },
      { key: '2025-08-04', market: 'Viacha', receipts: 5, lines: 6, amount: '48.00' },
    ]);
    expect(await totals('by=week&from=2025-08-11')).toEqual([]);
  });

  test('by day, market and product leave out what was taken back', async () => {
    await fill();
    await stall.manager.post('/sales/R6/reversal', { reason: 'never paid' }).expect(201);
    expect(await totals('by=day')).toEqual([
      { key: '2025-08-04', receipts: 3, lines: 4, amount: '31.50' },
      { key: '2025-08-05', receipts: 1, lines: 2, amount: '18.00' },
      { key: '2025-08-06', receipts: 2, lines: 2, amount: '15.00' },
    ]);
    expect(await totals('by=market')).toEqual([
      { key: 'El Alto', receipts: 1, lines: 2, amount: '16.50' },
      { key: 'Viacha', receipts: 5, lines: 6, amount: '48.00' },
    ]);
    expect(await totals('by=product')).toEqual([
      { key: 'LETTUCE', receipts: 5, lines: 5, amount: '37.50', stockQuantity: '15', stockUnit: 'piece' },
      { key: 'QUINOA', receipts: 2, lines: 3, amount: '27.00', stockQuantity: '1500', stockUnit: 'g' },
    ]);
  });

  test('are of the days that are asked for', async () => {
    await fill();
    expect(await totals('by=day&from=2025-08-05&to=2025-08-05')).toMatchObject([{ key: '2025-08-05', receipts: 2 }]);
    expect(await totals('by=market&from=2026-01-01')).toEqual([]);
    await stall.manager.get('/totals/sales?by=member').expect(400);
    await stall.manager.get('/totals/sales').expect(400);
    await stall.manager.get('/sales/totals').expect(404);
    await stall.manager.get('/sales/totals?by=member').expect(400);
  });
});
