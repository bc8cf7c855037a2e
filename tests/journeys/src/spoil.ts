import type { Field, Shape, Sort } from './routes.js';

/** A body with one thing wrong, and what that is. */
export type Spoilt = { readonly what: string; readonly body: unknown };

const NUL = 'a\u0000b';
const LONG = 'x'.repeat(5_000);
const GREAT = `1${'0'.repeat(30)}`;
const numbers = ['NaN', 'Infinity', '-1', '-0.01', GREAT, '1e3', '1,5', '0x10', ' 1', '1.', '.5', '٣', '1.0001', '+1'];

/** Texts that are not of a sort. */
const WRONG_TEXTS: Readonly<Record<Sort, readonly string[]>> = {
  amount: ['', ...numbers, '1.001', LONG, NUL],
  quantity: ['', ...numbers, '0', '0.000', LONG, NUL],
  share: ['', ...numbers, LONG, NUL],
  day: ['', '2025-02-30', '2025-13-01', '2025-00-10', '0000-01-01', '20250701', '2025-7-1', 'today', GREAT, LONG, NUL],
  instant: [
    ...[
      '',
      '2025-02-30T10:00:00-04:00',
      '2025-07-01T25:00:00-04:00',
      '2025-07-01T10:00:00',
      '2025-07-01',
      '1751378400',
    ],
    ...['9999-12-31T23:59:59-04:00', '2999-01-01T10:00:00-04:00', 'now', GREAT, LONG, NUL],
  ],
  code: ['', ' ', '-', 'a-', '/a', 'a\nb', 'a\tb', '😀', '\ud800', 'x'.repeat(65), LONG, NUL],
  password: ['', 'short', 'x'.repeat(129), LONG, `${NUL} and more`, `lonely \ud800 half`],
  text: ['', 'a\nb', 'a\u0007b', 'lonely \ud800', LONG, NUL],
};

const DEEP = JSON.parse(`${'['.repeat(15)}${']'.repeat(15)}`) as unknown;

/** Names of fields that must name something that the co-op knows. */
const REFERENCES: ReadonlySet<string> = new Set([
  ...['product', 'unit', 'member', 'structure', 'household', 'market', 'fundedBy', 'resolution', 'codes'],
]);

/** Texts that the documents call free, and that are not. */
const PARTICULAR: Readonly<Record<string, readonly string[]>> = {
  factor: ['0', '1/0', '0/5', '1/2/3', 'NaN', '-1', GREAT, '1e3', 'kg'],
  currency: ['XXX1', 'bob', 'ZZZ', '€€€'],
  timezone: ['Mars/Olympus', '-04:00', 'GMT+99'],
};

/** Every way in which a part of a body can be wrong, each alone. */
export function* spoil(
  shape: Shape,
  good: unknown,
  place = '',
  put = (part: unknown): unknown => part,
): Generator<Spoilt> {
  const at = (part: unknown, what = shown(part)): Spoilt => ({ what: `${place || '/'} ${what}`, body: put(part) });
  if (shape.kind === 'object') {
    if (!isObject(good)) throw new Error(`${place} has no good example`);
    for (const field of shape.fields) {
      const set = (part: unknown): unknown => put({ ...good, [field.name]: part });
      const { [field.name]: part, ...rest } = good;
      if (field.required) yield at(rest, `without ${field.name}`);
      for (const wrong of wrongFor(field, part))
        yield { what: `${place}/${field.name} ${shown(wrong)}`, body: set(wrong) };
      if (part !== undefined) yield* spoilInside(field.shape, part, `${place}/${field.name}`, set);
    }
    if (shape.fields.length > 0) yield at({ ...good, surprise: 1 }, 'with a field that nobody knows');
  } else yield* spoilInside(shape, good, place, put);
}

function* spoilInside(shape: Shape, good: unknown, place: string, put: (part: unknown) => unknown): Generator<Spoilt> {
  if (shape.kind === 'object' && shape.fields.length > 0) yield* spoil(shape, good, place, put);
  if (shape.kind !== 'list' || !Array.isArray(good)) return;
  const element: unknown = good[0];
  const name = place.slice(place.lastIndexOf('/') + 1);
  for (const wrong of wrongFor({ name, shape: shape.of, required: true }, element))
    yield { what: `${place}/0 ${shown(wrong)}`, body: put([wrong]) };
  yield* spoilInside(shape.of, element, `${place}/0`, (part) => put([part]));
}

/** Lists in which nothing may stand. */
const MAY_BE_EMPTY = ['twoThirds'];

/** What a field must not be. */
function wrongFor({ name, shape, required }: Field, good: unknown): unknown[] {
  const ofEvery = [...(required ? [null] : []), {}, DEEP, { constructor: 1 }];
  switch (shape.kind) {
    case 'object':
      return [
        null,
        7,
        'x',
        true,
        [],
        [good],
        ...(shape.fields.length > 0 ? [{}] : [{ x: 1 }, { steps: 7, bases: 'x' }]),
      ];
    case 'list': {
      const max = shape.max;
      const empty = MAY_BE_EMPTY.includes(name) ? [] : [[]];
      const tooMany =
        max === undefined ? [] : [Array.from({ length: max + 1 }, () => (Array.isArray(good) ? good[0] : good))];
      return [...ofEvery, 7, 'x', true, ...empty, [null], [[]], [7], [true], [[good]], ...tooMany];
    }
    case 'whole':
      return [...ofEvery, '5', 'NaN', true, [], [5], 1.5, shape.min - 1, shape.max + 1, 1e30, -1e30];
    case 'yes-no':
      return [...ofEvery, 'true', 'yes', 1, 0, [], [true]];
    case 'choice':
      return [...ofEvery, '', 'surprise', 7, true, [], [good], NUL];
    case 'text': {
      const { min, max } = shape;
      const texts = [
        ...WRONG_TEXTS[shape.sort],
        ...(PARTICULAR[name] ?? []),
        ...(REFERENCES.has(name) ? ['NOBODY'] : []),
      ];
      const allowed = texts.filter((text) => text !== '' || min > 0);
      return [
        ...[...ofEvery, 7, 1.5, -1, 1e30, true, [], [good], [[]]],
        ...allowed,
        ...(max === undefined ? [] : ['x'.repeat(max + 1)]),
      ];
    }
  }
}

/** What a query's field must not be, as texts. */
export function wrongInQuery({ name, shape }: Field): string[] {
  if (shape.kind === 'whole') return ['-1', '1.5', 'NaN', GREAT, '1e3', 'x', ...(shape.min > 0 ? ['0'] : [])];
  if (shape.kind === 'choice') return ['', 'surprise', NUL];
  if (shape.kind !== 'text') throw new Error(`${name} is no text`);
  if (name === 'after') return ['x', '-1', NUL, LONG, GREAT, Buffer.from('["x"]').toString('base64url')];
  const texts = WRONG_TEXTS[shape.sort].filter((text) => !/\p{Cs}/u.test(text));
  return name === 'types' || name === 'format' ? texts.filter((text) => text !== '') : texts;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
