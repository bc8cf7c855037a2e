import { describe, expect, test } from '@jest/globals';
import { lookup } from 'node:dns/promises';
import { open, writeFile } from 'node:fs/promises';
import pg from './driver.js';
import { isDiskFull, isTransient, NotConnected } from './transient.js';

const thrownBy = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => undefined,
    (error: unknown) => error,
  );

const systemError = (code: string, syscall?: string): Error =>
  Object.assign(new Error(`${syscall ?? ''} ${code}`), {
    code,
    ...(syscall === undefined ? {} : { errno: -1, syscall }),
  });
const serverError = (code: string, message = '', file = 'execMain.c'): Error =>
  Object.assign(new Error(message), { code, severity: 'ERROR', file });

describe('work may be tried again', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a name is not known', () => lookup('database.invalid')],
    ['the driver meets such a name', () => new pg.Client('postgres://somebody@database.invalid:5432/any').connect()],
    ['nobody listens', () => new pg.Client('postgres://somebody:secret@127.0.0.1:1/any').connect()],
    ['a pool is told to', () => new pg.Pool({ host: 'database.invalid', user: 'somebody' }).connect()],
    ['a disk is full', () => writeFile('/dev/full', 'x')],
  ])('where %s', async (_what, work) => {
    const error = await thrownBy(work);
    expect([error, isTransient(error)]).toEqual([expect.anything(), true]);
    expect(isTransient(new Error('a wrapper', { cause: error }))).toBe(true);
  });

  test.each([
    ...['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETDOWN', 'EMFILE', 'ENFILE', 'ENOMEM'].map(
      (code) => systemError(code),
    ),
    ...['EROFS', 'EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EBUSY'].map((code) => systemError(code, 'write')),
    ...['25006', '28P01', '3D000', '40001', '53100', '53300', '57P01', '58030', '08006'].map((code) =>
      serverError(code),
    ),
    serverError('42501', 'could not open file "base/5/16384": Read-only file system', 'md.c'),
    serverError('XX000', 'could not extend file "base/5/16384": Disk quota exceeded', 'md.c'),
    new AggregateError([systemError('ECONNREFUSED', 'connect'), systemError('EHOSTUNREACH', 'connect')]),
    new NotConnected(new Error('whatever')),
  ])('where %s', (error) => {
    expect(isTransient(error)).toBe(true);
  });
});

test.each([
  new TypeError('a bug'),
  serverError('23505', 'a double'),
  serverError('22003', 'a number too large'),
  serverError('42501', 'new row violates row-level security policy'),
  serverError('XX000', 'a bug of the server'),
  systemError('ENOENT', 'open'),
  'a text',
  undefined,
])('trying again does not help where %s', (error) => {
  expect(isTransient(error)).toBe(false);
});

test('a missing file is no outage, whoever throws it', async () => {
  expect(isTransient(await thrownBy(() => open('/nowhere/at/all')))).toBe(false);
});

test('a full disk is told from what else may pass', async () => {
  expect(isDiskFull(await thrownBy(() => writeFile('/dev/full', 'x')))).toBe(true);
  expect(isDiskFull(serverError('53100'))).toBe(true);
  expect(isDiskFull(serverError('XX000', 'could not extend file "base/5/1": Disk quota exceeded', 'md.c'))).toBe(true);
  expect(isDiskFull(serverError('53300'))).toBe(false);
});
