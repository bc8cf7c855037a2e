import type { OpenAPIObject } from '@nestjs/swagger';
import { fieldOf, type RefusalCode } from '@ayni/kernel';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** What is known of a route beside its description. */
export type Door = { readonly verb: 'get' | 'post' | 'patch'; readonly isPublic: boolean };

/** Any route may refuse so: its query is read also where it takes none. */
const ANYWHERE: readonly RefusalCode[] = [
  ...(['bad-request', 'bad-field', 'unknown-field', 'bad-host', 'not-ready', 'internal'] as const),
];
const OF_WHO_ASKS: readonly RefusalCode[] = [
  ...(['unauthenticated', 'bad-token', 'forbidden', 'out-of-scope', 'not-yours', 'password-to-choose'] as const),
];
const OF_ANYBODY: readonly RefusalCode[] = ['too-many-attempts'];
/** Also where it takes none: whatever is sent along is read. */
const OF_ANY_BODY: readonly RefusalCode[] = ['body-too-large', 'disk-full'];
const OF_A_COMMAND: readonly RefusalCode[] = ['idempotency-key-missing', 'idempotency-key-reused', 'disk-full'];
const OF_A_VERSION: readonly RefusalCode[] = ['if-match-missing', 'stale-version', 'nothing-to-do'];
const OF_ROWS: readonly RefusalCode[] = ['duplicate-code', 'code-taken'];

/** How a field says that it is a password, which has no example. */
const PASSWORD = 'password';

/** What the readers of fields refuse, by the example that stands with the field. */
const OF_EXAMPLES: Readonly<Record<string, readonly RefusalCode[]>> = {
  '12.50': ['bad-amount', 'amount-too-large'],
  '1.5': ['bad-quantity'],
  '0.5': ['bad-quantity'],
  '2025-07-01': ['bad-day'],
  '2025-07-01T09:30:00-04:00': ['bad-instant'],
  BOB: ['bad-currency'],
  [PASSWORD]: ['weak-password'],
};

/** The refusals that follow from what a route is: who may ask it, what it takes, and what its fields are. */
export function refusalsOf(document: OpenAPIObject, operation: Operation, { verb, isPublic }: Door): RefusalCode[] {
  const parameters = operation.parameters ?? [];
  const has = (place: string, name?: string): boolean =>
    parameters.some((one) => fieldOf(one, 'in') === place && (name === undefined || fieldOf(one, 'name') === name));
  const body = fieldOf(fieldOf(fieldOf(operation.requestBody, 'content'), 'application/json'), 'schema');
  const isCommand = verb !== 'get' && !isPublic;
  return [
    ...ANYWHERE,
    ...(isPublic ? (verb === 'post' ? OF_ANYBODY : []) : OF_WHO_ASKS),
    ...(has('path') ? (['not-found'] as const) : []),
    ...(has('query', 'from') ? (['wrong-order'] as const) : []),
    ...(has('query', 'after') ? (['bad-cursor'] as const) : []),
    ...(verb === 'get' ? [] : OF_ANY_BODY),
    ...(isCommand ? OF_A_COMMAND : []),
    ...(verb === 'patch' ? OF_A_VERSION : []),
    ...(has('query', 'trial') ? OF_ROWS : []),
    ...examplesIn(document, [parameters, body]).flatMap((example) => OF_EXAMPLES[example] ?? []),
  ];
}

/** The examples of all fields of a schema. */
function examplesIn(document: OpenAPIObject, schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const reference = fieldOf(schema, '$ref');
  const named =
    typeof reference === 'string' ? document.components?.schemas?.[reference.replace(/^.*\//, '')] : undefined;
  const example = fieldOf(schema, 'example');
  return [
    ...(typeof example === 'string' ? [example] : []),
    ...(fieldOf(schema, 'format') === PASSWORD ? [PASSWORD] : []),
    ...examplesIn(document, named, seen),
    ...Object.values(schema).flatMap((part) => examplesIn(document, part, seen)),
  ];
}
