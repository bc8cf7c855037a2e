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
  ValidateNested,
} from 'class-validator';
import {
  CODE,
  parseAmount,
  parseDay,
  parseInstant,
  parsePositiveQuantity,
  parseQuantity,
  Refusal,
  type RefusalCode,
} from '@ayni/kernel';

/** How many rows one request may load. */
export const ROWS_MAX = 1_000;

type FieldOptions = { readonly optional?: boolean; readonly description?: string };

/** A field that `read`, a parser of the kernel, accepts; its refusal becomes the field's. */
function parsed(
  read: (text: string) => unknown,
  code: RefusalCode,
  example: string,
  options: FieldOptions,
): PropertyDecorator {
  return applyDecorators(
    property({ type: String, example }, options),
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
function property(schema: object, { optional, description }: FieldOptions): PropertyDecorator {
  const told = description === undefined ? schema : { ...schema, description };
  return optional ? applyDecorators(ApiPropertyOptional(told), IsOptional()) : ApiProperty(told);
}

/** An amount of money as decimal text. */
export const AmountField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed(parseAmount, 'bad-amount', '12.50', options);

/** A quantity above zero as decimal text. */
export const QuantityField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed(parsePositiveQuantity, 'bad-quantity', '1.5', options);

/** A quantity that may be zero, as decimal text. */
export const AnyQuantityField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed(parseQuantity, 'bad-quantity', '0.5', options);

/** A calendar day. */
export const DayField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed(parseDay, 'bad-day', '2025-07-01', options);

/** A moment with its offset. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator =>
  parsed(parseInstant, 'bad-instant', '2025-07-01T09:30:00-04:00', options);

/** The code of a record. */
export const CodeField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(property({ type: String, example: 'H000001' }, options), IsString(), Matches(CODE));

/** Words of people, without control signs. */
export const TextField = (max: number, options: FieldOptions & { min?: number } = {}): PropertyDecorator =>
  applyDecorators(
    property({ type: String, minLength: options.min ?? 1, maxLength: max }, options),
    IsString(),
    MinLength(options.min ?? 1),
    MaxLength(max),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u),
  );

export const WholeField = (min: number, max: number, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(property({ type: 'integer', minimum: min, maximum: max }, options), IsInt(), Min(min), Max(max));

export const YesNoField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(property({ type: Boolean }, options), IsBoolean());

export const OneOfField = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(property({ enum: [...values] }, options), IsIn([...values]));

/** A list of codes. */
export const CodesField = (options: FieldOptions & { max?: number } = {}): PropertyDecorator =>
  applyDecorators(
    property({ type: [String], maxItems: options.max ?? ROWS_MAX }, options),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(options.max ?? ROWS_MAX),
    IsString({ each: true }),
    Matches(CODE, { each: true }),
  );

/** A list of parts that are checked one by one. */
export const ListField = (
  part: () => new () => object,
  options: FieldOptions & { max?: number } = {},
): PropertyDecorator =>
  applyDecorators(
    property({ type: () => part(), isArray: true, maxItems: options.max ?? ROWS_MAX }, options),
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
  applyDecorators(property({ type: () => part() }, options), IsObject(), ValidateNested(), Type(part));
