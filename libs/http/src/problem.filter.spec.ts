import {
  Body,
  Controller,
  Get,
  Module,
  Param,
  Post,
  Req,
  type INestApplication,
  type RawBodyRequest,
} from '@nestjs/common';
import { once } from 'node:events';
import { lookup } from 'node:dns/promises';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { NestFactory, Reflector } from '@nestjs/core';
import { NotConnected } from '@ayni/database/transient';
import { Refusal, type RefusalCode } from '@ayni/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import supertest from 'supertest';
import { pino } from 'pino';
import type { Standing } from './auth/standing.js';
import { BodyGuard } from './body.guard.js';
import { CodeField, ListField, QuantityField } from './fields.js';
import { ProblemFilter } from './problem.filter.js';
import { Checked } from './validation.js';

class RowRequest {
  @CodeField()
  code!: string;

  @QuantityField()
  quantity!: string;
}

class RowsRequest {
  @ListField(() => RowRequest)
  rows!: RowRequest[];
}

/** Errors as the systems beneath us give them, by what is wrong there. */
const AWAY: Readonly<Record<string, () => Promise<unknown>>> = {
  'a name that does not resolve': () => lookup('database.invalid'),
  'a port that nobody listens on': () => once(connect(1, '127.0.0.1'), 'connect'),
  'a host with several addresses, none of them open': () =>
    once(connect({ port: 1, host: 'localhost', autoSelectFamily: true }), 'connect'),
  'a disk that is full': () => writeFile('/dev/full', 'x'),
  'a connection that others had for too long': () => Promise.reject(new NotConnected(new Error('timeout'))),
};

const sqlError = (code: string): Error => Object.assign(new Error('SELECT password FROM users'), { code });

const FAULTS: Readonly<Record<string, () => Error>> = {
  bug: () => new TypeError('secret of /srv/ayni'),
  range: () => sqlError('22003'),
  deadlock: () => sqlError('40P01'),
  disk: () => sqlError('53100'),
  unique: () => sqlError('23505'),
};

@Controller()
class FaultyController {
  @Get('refusals/:code')
  refuse(@Param('code') code: RefusalCode): never {
    throw new Refusal(code, '/rows/0', { seconds: '30', what: 'sale', code: 'R1' });
  }

  @Get('faults/:name')
  fail(@Param('name') name: string): never {
    throw FAULTS[name]?.() ?? new Error(name);
  }

  @Get('away/:name')
  async away(@Param('name') name: string): Promise<never> {
    await AWAY[name]?.();
    throw new Error(`${name} did not fail`);
  }

  @Post('rows')
  take(@Body() { rows }: RowsRequest): object {
    return { rows: rows.length };
  }

  @Post('anything')
  echo(@Req() { rawBody }: RawBodyRequest<Request>): object {
    return { bytes: rawBody?.length ?? 0 };
  }
}

@Module({ controllers: [FaultyController] })
class FaultyModule {}

const anybody: Standing = {
  check: () => Promise.resolve(),
  checkWithin: () => Promise.resolve(),
  forget: () => undefined,
};

let app: INestApplication;
let logged: string[] = [];
beforeAll(async () => {
  app = await NestFactory.create(FaultyModule, { logger: false, bodyParser: false, abortOnError: false });
  app.useGlobalGuards(new BodyGuard(app.get(Reflector), anybody));
  app.useGlobalPipes(new Checked());
  app.useGlobalFilters(
    new ProblemFilter(pino({ level: 'info', base: null }, { write: (text) => void logged.push(text) })),
  );
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());
beforeEach(() => {
  logged = [];
});

const get = (path: string): supertest.Test => supertest(app.getHttpServer()).get(path);
const post = (path: string, body: string, type = 'application/json'): supertest.Test =>
  supertest(app.getHttpServer()).post(path).set('content-type', type).send(body);

describe('a problem', () => {
  test.each<[RefusalCode, number]>([
    ['bad-field', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['season-closed', 409],
    ['not-ready', 503],
    ['disk-full', 503],
  ])('%s is answered with %i, its code, its place and the id of the request', async (code, status) => {
    const { body, headers } = await get(`/refusals/${code}`).set('x-request-id', 'r-1').expect(status);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      type: `/problems/${code}`,
      title: code,
      code,
      status,
      pointer: '/rows/0',
      requestId: 'r-1',
    });
    expect(headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
    expect(headers['retry-after']).toBe(status === 503 ? '30' : undefined);
    expect(logged).toEqual([]);
  });

  test('is told in Spanish, and in English to who reads that rather', async () => {
    const detail = async (language: string): Promise<string> =>
      (await get('/refusals/already-reversed').set('accept-language', language)).body.detail;
    const [spanish, english] = [await detail('es'), await detail('en')];
    expect(spanish).not.toBe(english);
    expect([await detail('en-GB;q=0.5, es-BO'), await detail('ay'), await detail('')]).toEqual(
      Array.from({ length: 3 }, () => spanish),
    );
    expect(await detail('es;q=0.1, en')).toBe(english);
  });

  test('names every field that is wrong, and not more than twenty', async () => {
    const rows = [{ code: 'H1', quantity: '-1', 'a/b': 1 }, { code: ' ', quantity: '1' }, null];
    const { body } = await post('/rows', JSON.stringify({ rows: rows.slice(0, 2) })).expect(400);
    expect(body).toMatchObject({ code: body.errors[0].code, pointer: body.errors[0].pointer });
    expect(
      body.errors.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`).sort(),
    ).toEqual(['bad-field /rows/1/code', 'bad-quantity /rows/0/quantity', 'unknown-field /rows/0/a~1b']);
    await post('/rows', JSON.stringify({ rows })).expect(400);
    const many = { rows: Array.from({ length: 30 }, () => ({})) };
    expect((await post('/rows', JSON.stringify(many)).expect(400)).body.errors).toHaveLength(20);
  });

  test.each(['bug', 'unique'])(
    'that nobody expected (%s) says nothing of itself, and is logged under its id',
    async (name) => {
      const { body, text } = await get(`/faults/${name}`).set('x-request-id', 'r-2').expect(500);
      expect(body).toMatchObject({ code: 'internal', requestId: 'r-2' });
      expect(text).not.toMatch(/secret|password|\.ts|stack/);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toMatch(/"requestId":"r-2"/);
      expect(logged[0]).toMatch(/secret|password/);
    },
  );

  test('of the database is the request’s where a value cannot be stored, and else one to come back after', async () => {
    expect((await get('/faults/range').expect(400)).body.code).toBe('bad-request');
    const later = await get('/faults/deadlock').expect(503);
    expect([later.body.code, later.headers['retry-after']]).toEqual(['not-ready', '1']);
    expect(JSON.stringify(later.body)).not.toContain('password');
  });

  test('of a full disk says so, to whoever asked and to the operator, and when to come again', async () => {
    const { body, headers } = await get('/faults/disk').expect(503);
    expect([body.code, headers['retry-after']]).toEqual(['disk-full', '60']);
    expect(body.detail).toContain('lleno');
    expect(logged).toEqual([expect.stringContaining('the disk is full')]);
  });

  test.each(Object.keys(AWAY))('of %s is one to come back after', async (name) => {
    const { body, headers } = await get(`/away/${encodeURIComponent(name)}`).expect(503);
    expect(body.code).toBe(name.includes('full') ? 'disk-full' : 'not-ready');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  test('is also a route that is not there', async () => {
    expect((await get('/nowhere').expect(404)).body).toMatchObject({ code: 'not-found' });
  });
});

describe('a body', () => {
  const nested = (depth: number): string => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;

  test('may be nested twenty deep and no deeper; what stands in quotes does not count', async () => {
    await post('/anything', nested(20)).expect(201);
    const { body } = await post('/anything', nested(22)).expect(400);
    expect(body).toMatchObject({
      code: 'bad-request',
      detail: 'La solicitud no se entiende: tiene más de 20 objetos o listas uno dentro de otro.',
    });
    await post('/anything', `[${nested(20)}]`).expect(400);
    await post('/anything', JSON.stringify({ a: '['.repeat(100), b: '\\"{[{[\\'.repeat(20) })).expect(201);
    await post('/anything', '['.repeat(500_000)).expect(400);
  });

  test('is kept as it came, and is 2 MB at most', async () => {
    expect((await post('/anything', '{ "a" : 1 }').expect(201)).body).toEqual({ bytes: 11 });
    const text = (length: number): string => JSON.stringify({ a: 'x'.repeat(length) });
    await post('/anything', text(2 * 1024 * 1024 - 8)).expect(201);
    expect((await post('/anything', text(2 * 1024 * 1024)).expect(413)).body.code).toBe('body-too-large');
  });

  test.each([
    ['{"rows":', 'application/json'],
    ['"rows"', 'application/json'],
    ['{"rows":[]}', 'text/plain'],
    ['rows=1', 'application/x-www-form-urlencoded'],
    ['{"__proto__":{"rows":[]}}', 'application/json'],
  ])('%s as %s is refused', async (text, type) => {
    expect((await post('/rows', text, type).expect(400)).body.code).toMatch(
      /^(?:bad-request|bad-field|unknown-field)$/,
    );
  });
});
