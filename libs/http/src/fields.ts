import { randomUUID } from 'node:crypto';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  ASKED_CODE,
  CODE,
  isThere,
  parseCurrency,
  parseDay,
  parseDecimal,
  parseFactor,
  parseInstant,
  parsePositiveQuantity,
  parseQuantity,
  PLACES_MAX,
  Refusal,
  STOCK_UNITS,
  type RefusalCode,
} from '@ayni/kernel';
import type { Named } from '@ayni/database/names';
import { noteField, type FieldKind, type Pair } from './field-notes.js';
import { IsReadable } from './read-text.js';

/** How many rows one request may load. */
export const ROWS_MAX = 1_000;

type FieldOptions = {
  readonly optional?: boolean;
  /** What it says where it is left out, where that is obvious. */
  readonly empty?: string | number;
  /** Another field, where this one may be left out only if that one is there. */
  readonly unless?: string;
  /** Of what is answered: that it may be null; `false` where it is left out instead. */
  readonly nullable?: boolean;
  readonly description?: string;
};

type Naming = { readonly of?: Named };
type Choosing = { readonly isChoice?: boolean };
type Allowing = { readonly mayBe?: () => Pair };

/** Days before and after all that books speak of. */
const DAYS = ['1900-06-01', '9000-06-01'] as const;
/** Names by which nothing is called yet. */
const newNames = (): Pair => [randomUUID(), randomUUID()];
const namesUpTo = (max: number) => (): Pair => [randomUUID().slice(0, max), randomUUID().slice(0, max)];
/** Numbers of whatever may be counted, weighed or paid. */
const numbers = (): Pair => ['1', '1000000'];

/** A field that `read`, a parser of the kernel, accepts; its refusal becomes the field's. */
function parsed(
  kind: FieldKind,
  read: (text: string) => unknown,
  code: RefusalCode,
  example: string,
  options: FieldOptions & Allowing,
): PropertyDecorator {
  return applyDecorators(
    property(kind, { type: String, example }, options),
    ValidateBy({
      name: code,
      validator: {
        validate: (value: unknown) => {
          if (typeof value !== 'string') return false;
          try {
            read(value);
            return true;
          } catch (error) {
            if (error instanceof Refusal) return false;
            throw error;
          }
        },
      },
    }),
  );
}

/** A lazy type is written `type: () => …` where it stands: Nest knows it by that name. */
function property(
  kind: FieldKind,
  schema: object,
  {
    empty,
    optional = empty !== undefined,
    unless,
    nullable,
    description,
    of,
    isChoice = false,
    mayBe,
  }: FieldOptions & Naming & Choosing & Allowing,
  part?: () => new () => object,
): PropertyDecorator {
  // what may be left out may be null as well, and is null where it is answered, unless that is said
  const mayBeNull = nullable ?? (optional || unless !== undefined);
  const told = {
    ...schema,
    ...(description === undefined ? {} : { description }),
    ...(mayBeNull ? { nullable: true } : {}),
  };
  return applyDecorators(
    noteField({
      kind,
      optional: optional || unless !== undefined,
      nullable: nullable === true,
      ...(empty === undefined ? {} : { empty }),
      ...(of ? { of } : {}),
      ...(isChoice ? { isChoice } : {}),
      ...(part ? { part } : {}),
      ...(mayBe ? { mayBe } : {}),
    }),
    ...(unless !== undefined
      ? [ApiPropertyOptional(told), ValidateIf(isNeeded(unless))]
      : optional
        ? [ApiPropertyOptional(told), IsOptional()]
        : [ApiProperty(told)]),
  );
}

/** Whether a field is to be checked that may be left out where another one is there. */
const isNeeded =
  (unless: string) =>
  (sent: object, value: unknown): boolean =>
    isThere(value) || !isThere(Reflect.get(sent, unless));

/** An amount of money as decimal text; who knows the co-op reads it with the places of its currency. */
export const AmountField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed('amount', (text) => parseDecimal(text, PLACES_MAX), 'bad-amount', '12.50', { ...options, mayBe: numbers });

/** A quantity above zero as decimal text. */
export const QuantityField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed('quantity', parsePositiveQuantity, 'bad-quantity', '1.5', { ...options, mayBe: numbers });

/** A quantity that may be zero, as decimal text. */
export const AnyQuantityField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed('quantity', parseQuantity, 'bad-quantity', '0.5', { ...options, mayBe: numbers });

/** How many units of the stock one unit is: a decimal text, or a fraction of two. */
export const FactorField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed('text', parseFactor, 'bad-decimal', '25/2', { ...options, mayBe: numbers });

/** A calendar day. */
export const DayField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed('day', parseDay, 'bad-day', '2025-07-01', { ...options, mayBe: () => DAYS });

/** A moment with its offset. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed('instant', parseInstant, 'bad-instant', '2025-07-01T09:30:00-04:00', {
    ...options,
    mayBe: () => [`${DAYS[0]}T12:00:00Z`, `${DAYS[1]}T12:00:00Z`],
  });

/** The code of a record; with `of` that of something else, which it is spelled as. */
export const CodeField = (options: FieldOptions & Naming = {}): PropertyDecorator =>
  applyDecorators(
    property('code', { type: String, example: 'H000001' }, { ...options, mayBe: newNames }),
    IsString(),
    IsReadable(),
    Matches(CODE),
  );

/** Words of people; with `of` the name of something. */
export const TextField = (max: number, options: FieldOptions & Naming & { min?: number } = {}): PropertyDecorator =>
  applyDecorators(
    property(
      options.of ? 'code' : 'text',
      { type: String, minLength: options.min ?? 1, maxLength: max },
      { ...options, mayBe: namesUpTo(max) },
    ),
    IsString(),
    IsReadable(),
    MinLength(options.min ?? 1),
    MaxLength(max),
  );

/** Signs that are taken as they were typed, such as a password. */
export const SecretField = (max: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    property('text', { type: String, minLength: 1, maxLength: max }, { ...options, mayBe: namesUpTo(max) }),
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u),
  );

export const WholeField = (min: number, max: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    property('whole', { type: 'integer', minimum: min, maximum: max }, { ...options, mayBe: () => [min, max] }),
    IsInt(),
    Min(min),
    Max(max),
  );

/** Whole grams or pieces, as text. */
export const StockQuantityField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    property('stock-quantity', { type: String, example: '11500' }, { ...options, mayBe: numbers }),
    Matches(/^\d{1,18}$/),
  );

export const StockUnitField = (options: FieldOptions = {}): PropertyDecorator => OneOfField(STOCK_UNITS, options);

/** An ISO 4217 code. */
export const CurrencyField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed('text', parseCurrency, 'bad-currency', 'BOB', { ...options, mayBe: () => ['BOB', 'USD'] });

/** How many of something there are. */
export const CountField = (options: FieldOptions = {}): PropertyDecorator =>
  property('whole', { type: 'integer', minimum: 0 }, options);

/** Text that is only answered, of any length. */
export const ShownTextField = (options: FieldOptions = {}): PropertyDecorator =>
  property('text', { type: String }, options);

/** JSON as text that is only answered; being free in its form, it stands in no table. */
export const JsonTextField = (options: FieldOptions = {}): PropertyDecorator =>
  property('part', { type: String }, options);

/** A list that is only answered, of any length. */
export const ShownListField = (part: () => new () => object, options: FieldOptions = {}): PropertyDecorator =>
  property('list', { type: () => part(), isArray: true }, options, part);

export const YesNoField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(property('yes-no', { type: Boolean }, { ...options, mayBe: () => [false, true] }), IsBoolean());

/** One of the values, or with `each` a list of them. */
export const OneOfField = (
  values: readonly string[],
  { each = false, ...options }: FieldOptions & { each?: boolean } = {},
): PropertyDecorator =>
  applyDecorators(
    property(
      each ? 'list' : 'text',
      { enum: [...values], isArray: each },
      {
        ...options,
        isChoice: true,
        mayBe: () => (each ? [values.slice(0, 1), values.slice(-1)] : [values.at(0), values.at(-1)]),
      },
    ),
    ...(each ? [IsArray()] : []),
    IsIn([...values], { each }),
  );

/** An object whose own reader checks it, in full; with `each` a list of them. */
export const ObjectField = ({
  schema: item = { type: 'object', additionalProperties: true },
  each = false,
  ...options
}: FieldOptions & { schema?: object; each?: boolean } = {}): PropertyDecorator => {
  const schema = each ? { type: 'array', items: item } : item;
  return applyDecorators(
    property('part', schema, options),
    ...(each ? [IsArray()] : []),
    IsObject({ each }),
    IsReadable(),
  );
};

/** The version of what may change, for the client's next If-Match. */
export const VersionField = (): PropertyDecorator =>
  WholeField(1, Number.MAX_SAFE_INTEGER, { description: 'for the next If-Match' });

/** A list of codes, as they are asked for. */
export const CodesField = (options: FieldOptions & { max?: number } = {}): PropertyDecorator =>
  applyDecorators(
    property(
      'list',
      { type: [String], maxItems: options.max ?? ROWS_MAX },
      { ...options, mayBe: () => [[randomUUID()], [randomUUID()]] },
    ),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(options.max ?? ROWS_MAX),
    IsString({ each: true }),
    IsReadable(),
    Matches(ASKED_CODE, { each: true }),
  );

/** SHA-256 of a file that is kept, as text. */
export const HASH = /^[0-9a-f]{64}$/;

/** Of no file that anybody sends. */
const HASHES = ['0'.repeat(64), 'f'.repeat(64)] as const;

/** A file that is kept, by its hash. */
export const HashField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    property('text', { type: String, pattern: HASH.source }, { ...options, mayBe: () => HASHES }),
    IsString(),
    Matches(HASH),
  );

/** How many files a record may name: a sheet has a front and a back, and what is longer is photographed in parts. */
const FILES_MAX = 10;

/** Files that are kept, by their hashes. */
export const HashesField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    property('list', { type: [String], maxItems: FILES_MAX }, { ...options, mayBe: () => [[HASHES[0]], [HASHES[1]]] }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(FILES_MAX),
    IsString({ each: true }),
    Matches(HASH, { each: true }),
  );

/** A list of parts that are checked one by one. */
export const ListField = (
  part: () => new () => object,
  options: FieldOptions & { max?: number } = {},
): PropertyDecorator =>
  applyDecorators(
    property('list', { type: () => part(), isArray: true, maxItems: options.max ?? ROWS_MAX }, options, part),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(options.max ?? ROWS_MAX),
    // ValidateNested passes over null, and takes a list in the place of an object
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(part),
  );

/** One part that is checked on its own. */
export const PartField = (part: () => new () => object, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(property('part', { type: () => part() }, options, part), IsObject(), ValidateNested(), Type(part));
