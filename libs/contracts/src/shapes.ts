import { Type, type TObject, type TProperties } from 'typebox';

/** An object of an event's data; fields that are not named here may follow without a new version. */
export const record = <P extends TProperties>(properties: P): TObject<P> => Type.Object(properties);

export const code = Type.String({ minLength: 1, maxLength: 64 });
export const text = Type.String({ maxLength: 500 });
export const amount = Type.String({ pattern: '^-?\\d{1,17}\\.\\d{2}$', description: 'decimal text, two places' });
/** Since the second versions: as many places as the currency of the same event has. */
export const amountInPlaces = Type.String({
  pattern: '^-?\\d{1,17}(\\.\\d{1,4})?$',
  description: "decimal text with the currency's places (ISO 4217)",
});
export const quantity = Type.String({
  pattern: '^\\d{1,15}(\\.\\d{1,3})?$',
  description: 'decimal text as it was written',
});
export const stockQuantity = Type.String({ pattern: '^\\d{1,18}$', description: 'whole grams or pieces' });
export const stockUnit = Type.Union([Type.Literal('g'), Type.Literal('piece')]);
export const integerText = Type.String({ pattern: '^-?\\d{1,30}$', description: 'a whole number as text' });
export const factor = Type.String({
  pattern: '^\\d+(/\\d+)?$',
  description: 'stock units in one unit: whole or a fraction',
});
export const currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' });
export const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: "a day of the co-op's own calendar" });
export const instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z$', description: 'UTC, RFC 3339' });
export const count = Type.Integer({ minimum: 0 });
export const reason = text;
