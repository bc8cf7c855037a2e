import { fieldOf } from '@ayni/kernel';

/** The work could not be begun, since there was no connection to do it on; `cause` says why. */
export class NotConnected extends Error {
  constructor(cause: unknown) {
    super(`the database cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'NotConnected';
  }
}

/** SQLSTATEs of a server that could not do now what it can do at another time. */
const TRANSIENT_STATES = new Set([
  '25006', // read-only: a standby that takes over, or a disk that was protected
  '25P03', // idle in transaction for too long: our process stood still, or its machine slept
  '25P04', // the transaction took too long
  '26000', // a prepared statement is gone with the connection behind a pooler
  '28000', // no such role: the server is being set up again
  '28P01', // its password is being changed
  '3D000', // its database is being restored
  '40001', // serialization failure
  '40P01', // deadlock
  '55006', // object in use
  '55P03', // lock not available
]);
/** Connection, insufficient resources (memory, disk, connections), operator's intervention, the system beneath. */
const TRANSIENT_STATE = /^(?:08|53|57|58)[0-9A-Z]{3}$/;

/** What Node says of the system beneath it and not of what was asked: a wrong path or argument stays wrong. */
const LASTING_ERRNOS = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL', 'EBADF', 'ENAMETOOLONG', 'ELOOP', 'EEXIST']);

/** Certificates and the like, before a word was spoken with the server. */
const TLS_CODES = /^(?:EPROTO|ERR_SSL_|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** What the driver says without a code. */
const DRIVER_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|not queryable|Client was closed|after calling end on the pool|does not support SSL/;

/**
 * Files of PostgreSQL's sources that read and write its own files. A read-only disk or a quota is told there as a lack
 * of rights or as an internal error, in whatever language the server speaks.
 */
const STORAGE_SOURCES =
  /^(?:fd|md|smgr|bufmgr|localbuf|buffile|slru|xlog\w*|copydir|relmapper|storage|logtape|sharedfileset|twophase|snapmgr)\.c$/;
const STORAGE_STATES = new Set(['42501', '42809', 'XX000']);

/** Whether the same work may well succeed when it is tried again: the database was away, full, read-only or busy. */
export const isTransient = (error: unknown): boolean => causesOf(error).some(isTransientAlone);

/** Whether it is space that is lacking: on the database's disk or ours, or in what a quota allows. */
export const isDiskFull = (error: unknown): boolean =>
  causesOf(error).some(
    (one) =>
      ['53100', 'ENOSPC', 'EDQUOT'].includes(textIn(one, 'code')) ||
      (isStorageFault(one) && /No space left|quota exceeded/i.test(textIn(one, 'message'))),
  );

function isTransientAlone(error: unknown): boolean {
  if (error instanceof NotConnected) return true;
  const code = textIn(error, 'code');
  if (typeof fieldOf(error, 'errno') === 'number' && textIn(error, 'syscall') !== '')
    return !LASTING_ERRNOS.has(code) || textIn(error, 'syscall') === 'connect';
  if (TRANSIENT_STATES.has(code) || TRANSIENT_STATE.test(code) || isStorageFault(error)) return true;
  return TRANSIENT_ERRNOS.has(code) || TLS_CODES.test(code) || DRIVER_WORDS.test(textIn(error, 'message'));
}

/** Those that reach us without the call that failed: of a pool, of several addresses of one name. */
const TRANSIENT_ERRNOS = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN'],
  ...['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA'],
  ...['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO'],
]);

const isStorageFault = (error: unknown): boolean =>
  STORAGE_STATES.has(textIn(error, 'code')) && STORAGE_SOURCES.test(textIn(error, 'file'));

/** The error with all that it came of: what a name's several addresses said, what a wrapper holds. */
function causesOf(error: unknown, depth = 5): readonly unknown[] {
  if (depth === 0 || typeof error !== 'object' || error === null) return [error];
  const several = fieldOf(error, 'errors');
  const inner = [fieldOf(error, 'cause'), ...(Array.isArray(several) ? several : [])];
  return [
    error,
    ...inner.filter((one) => one !== undefined && one !== null).flatMap((one) => causesOf(one, depth - 1)),
  ];
}

function textIn(error: unknown, name: string): string {
  const found = fieldOf(error, name);
  return typeof found === 'string' ? found : '';
}
