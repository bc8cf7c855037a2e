import type { List } from './field-descriptions.js';

/** A field of an event's data, as a row of its page. */
export type Field = { readonly path: string; readonly kind: string; readonly always: boolean; readonly says: string };

type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly description?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
};

/**
 * The fields of an object's schema with their descriptions, lists opened.
 * @throws Error where a field has no descriptions, or descriptions have no field
 */
export function fieldsOf(schema: Schema, descriptions: Readonly<Record<string, unknown>>, prefix = ''): Field[] {
  const properties = schema.properties ?? {};
  const stray = Object.keys(descriptions).filter((name) => !(name in properties));
  if (stray.length > 0) throw new Error(`descriptions for fields that are not there: ${prefix}${stray.join(', ')}`);
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const said = descriptions[name];
    const field = { path, kind: kindOf(property), always: schema.required?.includes(name) ?? false };
    if (typeof said === 'string') return [{ ...field, says: said }];
    if (!isList(said) || !property.items) throw new Error(`no description for ${path}`);
    return [{ ...field, says: said.itself }, ...fieldsOf(property.items, said.each, `${path}[].`)];
  });
}

const isList = (said: unknown): said is List =>
  typeof said === 'object' && said !== null && 'itself' in said && 'each' in said;

/** What a value of this schema looks like, for people. */
function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ');
  switch (schema.type) {
    case 'string':
      return textKind(schema);
    case 'integer':
      return `whole number${schema.minimum === undefined ? '' : `, at least ${schema.minimum}`}`;
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return `list of objects${schema.minItems === undefined ? '' : `, at least ${schema.minItems}`}`;
    default:
      throw new Error(`no description for a schema of type ${schema.type}`);
  }
}

function textKind({ description, minLength, maxLength }: Schema): string {
  if (description) return description.includes('text') ? description : `text: ${description}`;
  if (maxLength === undefined) return 'text';
  return minLength === undefined ? `text, up to ${maxLength} signs` : `text, ${minLength} to ${maxLength} signs`;
}

/** Whether an amount or a quantity is among the fields: text that is to be read as an exact number. */
export const holdsNumbersAsText = (fields: readonly Field[]): boolean =>
  fields.some(({ kind, says }) => /decimal text|whole grams/.test(kind + says));
