import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import {
  fieldOf,
  isFault,
  notFound,
  Refusal,
  Refusals,
  type Fault,
  type FaultCode,
  type RefusalKind,
} from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';
import { isDiskFull, isTransient } from '@ayni/database/transient';
import { languageAskedBy } from './door/language.js';
import { refusalAtDoor } from './refusal-at-door.js';
import { requestIdOf } from './door/request-id.js';
import type { Request, Response } from 'express';
import { throwError } from 'rxjs';
import type { Logger } from 'pino';

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown: 404,
  conflict: 409,
  stale: 412,
  limited: 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

/** Why Express' readers of bodies give up, in the words of the catalogue. */
const UNREAD: Readonly<Record<string, FaultCode>> = {
  'entity.parse.failed': 'not-json',
  'encoding.unsupported': 'encoding',
  'charset.unsupported': 'not-utf8',
  'request.aborted': 'cut-short',
  'request.size.invalid': 'cut-short',
};

/** Why a body could not be read, as a fault of the catalogue's words. */
function faultOf(error: unknown): Fault {
  const fault = fieldOf(error, 'fault');
  return typeof fault === 'string' && isFault(fault) ? fault : (UNREAD[String(fieldOf(error, 'type'))] ?? 'unreadable');
}

/** The status that a refusal leaves with. */
export const statusOfKind = (kind: RefusalKind): number => STATUS[kind];

/** So many of the things that are wrong are told at once. */
const TOLD_MAX = 20;

/** RFC 9457: every error leaves as problem+json with a stable code, the place and what to do; never a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    // the inbox decides what becomes of an event; it needs the error as it was thrown
    if (host.getType() !== 'http') return throwError(() => error);
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return undefined;
    }
    const { status, refusals } = this.refusalsOf(error, request);
    const language = languageAskedBy(request);
    const [first] = refusals;
    const told = refusals.slice(0, TOLD_MAX).map((refusal) => ({
      code: refusal.code,
      pointer: refusal.pointer,
      detail: refusal.text(language),
    }));
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    if (status === 429 || status === 503) response.setHeader('Retry-After', String(first.values['seconds'] ?? '1'));
    response
      .status(status)
      .type('application/problem+json')
      .send({
        type: `/problems/${first.code}`,
        title: first.code,
        status,
        code: first.code,
        detail: told[0]?.detail,
        ...(first.pointer ? { pointer: first.pointer } : {}),
        ...(told.length > 1 ? { errors: told } : {}),
        requestId: requestIdOf(request),
      });
    return undefined;
  }

  private refusalsOf(error: unknown, request: Request): { status: number; refusals: readonly [Refusal, ...Refusal[]] } {
    if (error instanceof Refusal) return { status: STATUS[error.kind], refusals: [error] };
    if (error instanceof Refusals) return { status: STATUS[error.refusals[0].kind], refusals: error.refusals };
    const shut = refusalAtDoor(error, () => '');
    if (shut) return { status: STATUS[shut.kind], refusals: [shut] };
    const status = statusOf(error);
    if (status === 404) return { status, refusals: [notFound('route')] };
    if (status === 413) return { status, refusals: [new Refusal('body-too-large', '', { limit: sizeOf(error) })] };
    if (status !== undefined && status < 500)
      return { status: STATUS.invalid, refusals: [new Refusal('bad-request', '', { detail: faultOf(error) })] };
    if (isDataFault(error))
      return { status: 400, refusals: [new Refusal('bad-request', '', { detail: 'out-of-range' })] };
    if (isDiskFull(error)) {
      this.logger.error({ err: error, requestId: requestIdOf(request) }, 'the disk is full');
      return { status: 503, refusals: [new Refusal('disk-full', '', { seconds: '60' })] };
    }
    if (isTransient(error)) {
      this.logger.warn({ err: error, requestId: requestIdOf(request) }, 'what a request needs is away');
      return { status: 503, refusals: [new Refusal('not-ready')] };
    }
    this.logger.error({ err: error, requestId: requestIdOf(request) }, 'a request failed');
    return { status: 500, refusals: [new Refusal('internal')] };
  }
}

/** The status of an error of Nest or of Express' own middleware. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error ? fieldOf(error, 'status') : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** The limit that a body went over. */
const sizeOf = (error: unknown): string => {
  const bytes = Number(fieldOf(error, 'limit') ?? 0);
  return bytes < 1_048_576 ? `${bytes / 1024} kB` : `${bytes / 1_048_576} MB`;
};

/** PostgreSQL's class 22: the value itself cannot be stored. */
const isDataFault = (error: unknown): boolean => /^22...$/.test(errorCode(error));
