/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** An object with these fields and no others; all are required but the `optional` ones. */
export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties).filter((field) => !optional.includes(field)),
  properties,
  additionalProperties: false,
});
export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const choice = (...texts: readonly string[]): JsonSchema => ({ type: 'string', enum: texts });
/** An object whose names are up to the co-op, such as its funds. */
export const named = (value: JsonSchema): JsonSchema => ({
  type: 'object',
  propertyNames: name,
  additionalProperties: value,
});

export const name: JsonSchema = { type: 'string', minLength: 1 };
export const percent: JsonSchema = {
  type: 'string',
  pattern: '^0*(?:100(?:\\.0{1,2})?|\\d{1,2}(?:\\.\\d{1,2})?)$',
  description: 'from "0" to "100.00"',
};
export const amount: JsonSchema = {
  type: 'string',
  pattern: '^\\d+(?:\\.\\d{1,4})?$',
  description: 'a decimal text without sign, with at most the places that ISO 4217 gives the currency',
};
export const weight: JsonSchema = { type: 'string', pattern: '^\\d+$', description: 'an integer text without sign' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };
