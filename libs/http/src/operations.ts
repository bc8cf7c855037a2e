import { applyDecorators, type StreamableFile, type Type } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtension,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  getSchemaPath,
} from '@nestjs/swagger';
import type { RefusalCode } from '@ayni/kernel';
import { AnswersTable } from './list-request.js';
import type { Listing, Page } from './listing.js';
import { FORMATS, MEDIA } from './tables/table-query.js';

/** A page of a list, or the whole of it as a table. */
export type ListAnswer<Row extends object> = Page<Row> | StreamableFile;

/** Under what name a description carries the refusals of a route, until they are its responses. */
export const REFUSES = 'x-refuses';

/** Names the refusals that a route has of its own, beside those of who asks, of fields, keys and versions. */
export const Refuses = (...codes: readonly RefusalCode[]): MethodDecorator => ApiExtension(REFUSES, codes);

/** Describes a route that changes something: its name, such as `losses.reverse`, and what it answers. */
export const Does = (name: string, answer: Type): MethodDecorator =>
  applyDecorators(ApiOperation({ operationId: name }), ApiCreatedResponse({ type: answer }));

/** Describes a route that shows something, or changes it in place: its name, such as `runs.show`, and what it answers. */
export const Shows = (name: string, answer: Type): MethodDecorator =>
  applyDecorators(ApiOperation({ operationId: name }), ApiOkResponse({ type: answer }));

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

/** Describes a route that answers a paper to be printed: its name, such as `member-papers.show`, and as what else it comes. */
export const Prints = (name: string, ...others: readonly string[]): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId: name }),
    ApiOkResponse({ content: Object.fromEntries(['application/pdf', ...others].map((media) => [media, BYTES])) }),
  );

/** A list or a total as a table, as the description of the API has it. */
const TABLES = Object.fromEntries(
  FORMATS.filter((format) => format !== 'json').map((format) => [
    MEDIA[format],
    { schema: { type: 'string', description: 'all of it, a row for each line, with a header' } },
  ]),
);

/** Describes a route that answers a total, as JSON or as a table: its name, such as `stock.total`, and what it answers. */
export const Totals = (name: string, answer: Type): MethodDecorator =>
  applyDecorators(
    AnswersTable(name),
    ApiOperation({ operationId: name }),
    ApiExtraModels(answer),
    ApiOkResponse({ content: { [MEDIA.json]: { schema: { $ref: getSchemaPath(answer) } }, ...TABLES } }),
  );

/** Describes a route that lists rows, as JSON or as a table; each of several lists is one that it may answer with. */
export const Lists = (name: string, ...listings: readonly { readonly row: Type }[]): MethodDecorator => {
  const rows = listings.map(({ row }) => ({ $ref: getSchemaPath(row) }));
  return applyDecorators(
    AnswersTable(name),
    ApiOperation({ operationId: name }),
    ApiExtraModels(...listings.map(({ row }) => row)),
    ApiOkResponse({
      content: {
        [MEDIA.json]: {
          schema: {
            type: 'object',
            required: ['items', 'next'],
            properties: {
              items: { type: 'array', items: rows.length === 1 ? (rows[0] ?? {}) : { anyOf: rows } },
              next: { type: 'string', nullable: true, description: 'the cursor of the page after this one' },
            },
          },
        },
        ...TABLES,
      },
    }),
  );
};

/** The rows of a list, as the answer of one that lists them. */
export type RowsOf<L> = L extends Listing<infer Row> ? ListAnswer<Row> : never;
