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
import { mended } from './mended.js';
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

/**
 * A row that is refused already and of which nothing stays. Where that is for fields of it, other things stand in their
 * place: what is wrong with it whichever of two things stands there is wrong with what was sent.
 */
export type MendedRow<Sent> = {
  /** The same row with the second of the two things in each place. */
  readonly again: BroughtRow<Sent>;
  /** The places that were refused: nothing else is told of them. */
  readonly places: readonly string[];
};

/** A request that loads rows, or only tries them. */
export type Load<Sent> = {
  readonly principal: Principal;
  /** The class of its rows. */
  readonly row: new () => object;
  /** None where the rows are only tried: then nothing of it stays, not even its key. */
  readonly command: CommandRequest | undefined;
  /** Those that say what their class asks for. Where they are only tried, also those that were made to. */
  readonly rows: readonly BroughtRow<Sent>[];
  /** By its number, a row that is refused already; only where they are tried. */
  readonly mended: ReadonlyMap<number, MendedRow<Sent>>;
  /** What is wrong with the fields of rows; only where they are tried. */
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

const rowsIn = createParamDecorator((brought: Brought, context: ExecutionContext): Load<object> => {
  const { row, limit } = brought;
  const request = context.switchToHttp().getRequest<Request>();
  const principal = principalOf(request);
  const language = languageAskedBy(request);
  const read = (sent: object, index: number): BroughtRow<object> => {
    const at = `/rows/${index}`;
    return { sent: withInstants(row, sent, at), index, at, by: principal };
  };
  if (isTrial(request.query['trial'])) {
    answerOk(context.switchToHttp().getResponse<Response>());
    return { principal, row, command: undefined, language, ...tried(brought, request.body, read) };
  }
  const rows = checked(rowsOf(row, limit), request.body).rows.map(read);
  return { principal, row, command: commandOf(context), language, rows, mended: new Map(), faults: new Faults() };
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

/** The rows, each checked by itself; those with faulty fields are mended, where that can be done. */
function tried(
  { row, limit }: Brought,
  body: unknown,
  read: (sent: object, index: number) => BroughtRow<object>,
): Pick<Load<object>, 'rows' | 'mended' | 'faults'> {
  const sent = fieldOf(body, 'rows');
  const isLoad =
    Array.isArray(sent) &&
    sent.length > 0 &&
    sent.length <= (limit.max ?? ROWS_MAX) &&
    Object.keys(body ?? {}).length === 1;
  const faults = new Faults();
  const again = new Map<number, MendedRow<object>>();
  if (!isLoad) return { rows: checked(rowsOf(row, limit), body).rows.map(read), mended: again, faults };
  const rows = sent.flatMap((one: unknown, i) => {
    try {
      return [read(soleRow(row, one), i)];
    } catch (error) {
      const refusals = refusalsOf(error);
      const told = refusals.map((refusal) => movedTo([`/rows/${i}`], refusal));
      faults.add(i, told);
      const [first, second] = mendings(row, one, refusals);
      if (!first || !second) return [];
      again.set(i, { again: read(second, i), places: told.map(({ pointer }) => pointer) });
      return [read(first, i)];
    }
  });
  return { rows, mended: again, faults };
}

/** A row by itself. @throws Refusals with their place below `/rows/0` */
function soleRow(row: new () => object, sent: unknown): object {
  const [only] = checked(rowsOf(row), { rows: [sent] }).rows;
  if (!only) throw new Error('one row was sent');
  return only;
}

/** A row mended with one thing and with another; nothing where it is still not what its class asks for. */
function mendings(row: new () => object, sent: unknown, refusals: readonly Refusal[]): readonly object[] {
  const below = refusals.map((refusal) => movedTo([''], refusal));
  try {
    return ([0, 1] as const).map((which) => soleRow(row, mended(row, sent, below, which)));
  } catch (error) {
    refusalsOf(error);
    return [];
  }
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
