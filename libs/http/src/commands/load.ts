import { applyDecorators, createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { fieldOf, parseInstant, Refusal, refusalsOf, refuseAny, type Language } from '@ayni/kernel';
import { Faults } from '../faults.js';
import { ListField, ROWS_MAX } from '../fields.js';
import { TakesInQuery } from '../query.guard.js';
import { checked } from '../validation.js';
import { fieldsOf, nameClass } from '../field-notes.js';
import type { Request, Response } from 'express';
import type { Cause } from '@ayni/messaging/outbox/cause';
import { principalOf } from '../auth/auth.guard.js';
import type { Principal } from '../auth/principal.js';
import { languageAskedBy } from '../door/language.js';
import { commandOf, type CommandRequest } from './command-request.js';
import { LoadAnswer, TrialAnswer } from './load-answer.js';
import { movedTo } from './moved-to.js';

/** A row that a request brings: what was sent, its place in the request, and who sent it. */
export type BroughtRow<Sent> = {
  readonly sent: Sent;
  /** Its number in the request, from 0. */
  readonly index: number;
  /** Its place in the request, as a JSON pointer. */
  readonly at: string;
  readonly by: Principal;
};

/** A row that is to be kept: what is told of it follows from its command. */
export type LoadedRow<Sent> = BroughtRow<Sent> & { readonly cause: Cause };

/** A request that loads rows, or only tries them. */
export type Load<Sent> = {
  readonly principal: Principal;
  /** The class of its rows. */
  readonly row: new () => object;
  /** None where the rows are only tried: then nothing of it stays, not even its key. */
  readonly command: CommandRequest | undefined;
  /** Those that say what their class asks for. */
  readonly rows: readonly BroughtRow<Sent>[];
  /** What is wrong with the others; only where they are tried. */
  readonly faults: Faults;
  readonly language: Language;
};

type Limit = { readonly max?: number };

const bodies = new Map<string, Map<object, Body>>();
type Body = new () => { readonly rows: readonly object[] };

/** The class of a body that loads rows of a class. */
function rowsOf(row: new () => object, { max = ROWS_MAX }: Limit = {}): Body {
  const made = bodies.get(`${max}`) ?? new Map<object, Body>();
  bodies.set(`${max}`, made);
  const known = made.get(row);
  if (known) return known;
  class Rows {
    @ListField(() => row, { max })
    rows!: object[];
  }
  nameClass(Rows, `${row.name}Rows`);
  made.set(row, Rows);
  return Rows;
}

/** Describes a route that loads rows of a class: its name, such as `losses.record`. It can be tried with `?trial=true`. */
export const BringsRows = (
  name: string,
  row: new () => object,
  limit: Limit = {},
  answer: Type<LoadAnswer> = LoadAnswer,
  trial: Type<TrialAnswer> = TrialAnswer,
): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId: name }),
    ApiBody({ type: rowsOf(row, limit) }),
    TakesInQuery('trial'),
    ApiQuery({
      name: 'trial',
      required: false,
      schema: { type: 'string', enum: ['true', 'false'] },
      description: 'whether to only try the rows',
    }),
    ApiCreatedResponse({ type: answer }),
    ApiOkResponse({ type: trial, description: 'the rows were tried' }),
  );

/** Hands a handler the rows of a class that a request loads. @throws Refusals for what the class does not allow */
export const Rows = (row: new () => object, limit: Limit = {}): ParameterDecorator => rowsIn({ row, limit });

type Brought = { readonly row: new () => object; readonly limit: Limit };

const rowsIn = createParamDecorator(({ row, limit }: Brought, context: ExecutionContext): Load<object> => {
  const request = context.switchToHttp().getRequest<Request>();
  const principal = principalOf(request);
  const faults = new Faults();
  const trial = isTrial(request.query['trial']);
  if (trial) answerOk(context.switchToHttp().getResponse<Response>());
  const rows = trial ? tried({ row, limit }, request.body, faults) : checked(rowsOf(row, limit), request.body).rows;
  return {
    principal,
    row,
    command: trial ? undefined : commandOf(context),
    rows: rows.flatMap((sent, i) =>
      sent ? [{ sent: withInstants(row, sent, `/rows/${i}`), index: i, at: `/rows/${i}`, by: principal }] : [],
    ),
    faults,
    language: languageAskedBy(request),
  };
});

/** A trial makes nothing: it is 200, where Nest gives every POST that goes well a 201. */
function answerOk(response: Response): void {
  const send = response.send.bind(response);
  response.send = (body) => {
    if (response.statusCode === 201) response.status(200);
    return send(body);
  };
}

function isTrial(text: unknown): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new Refusal('bad-field', '/trial', { detail: 'yes-no' });
}

/** The rows, each checked by itself; those with faults are left out. */
function tried({ row, limit }: Brought, body: unknown, faults: Faults): readonly (object | undefined)[] {
  const sent = fieldOf(body, 'rows');
  const isLoad =
    Array.isArray(sent) &&
    sent.length > 0 &&
    sent.length <= (limit.max ?? ROWS_MAX) &&
    Object.keys(body ?? {}).length === 1;
  if (!isLoad) return checked(rowsOf(row, limit), body).rows;
  return sent.map((one: unknown, i) =>
    faults.check(
      i,
      () => checked(rowsOf(row), { rows: [one] }).rows[0],
      (refusal) => movedTo([`/rows/${i}`], refusal),
    ),
  );
}

/** A row that was brought otherwise than in a load, read as a load reads it. @throws Refusals with their place below `at` */
export function readRow<Sent extends object>(row: new () => Sent, sent: unknown, at: string): Sent {
  try {
    return withInstants(row, checked(row, sent), '');
  } catch (error) {
    refuseAny(refusalsOf(error).map(({ code, pointer, values }) => new Refusal(code, at + pointer, values)));
    throw error;
  }
}

/** A row with its moments in UTC: the same moment written otherwise is the same row. */
function withInstants<Sent extends object>(row: new () => object, sent: Sent, at: string): Sent {
  const read = fieldsOf(row).flatMap(({ name, kind }) => {
    const text: unknown = Reflect.get(sent, name);
    return kind === 'instant' && typeof text === 'string' ? [[name, parseInstant(text, `${at}/${name}`)]] : [];
  });
  return { ...sent, ...Object.fromEntries(read) };
}
