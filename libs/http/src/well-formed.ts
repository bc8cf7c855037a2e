import { getMetadataStorage, ValidationTypes, type MetadataStorage } from 'class-validator';
import { fieldsOf, type Field } from './field-notes.js';
import { READABLE, withTextsRead } from './read-text.js';

/** An object that was sent, as an instance of a class; nothing where any of it is not as it must be. */
type Reader = (sent: object) => object | undefined;
/** Whether a field of an object that was sent is as it must be. */
type Check = (value: unknown, sent: object) => boolean;
/** What a decorator asks of a field. */
type Rule = ReturnType<MetadataStorage['getTargetValidationMetadatas']>[number];

const readers = new Map<new () => object, Reader>();

/**
 * What was sent as an instance of its class, where all of it is as the decorators of class-validator on the fields ask.
 * Else nothing: then the validator has to tell what is wrong. It works out what is asked anew for each object, and makes
 * a place for the faults of each field; here that is done once for each class, since nearly all that is sent has none.
 */
export function wellFormed<Body extends object>(type: new () => Body, sent: object): Body | undefined {
  const read = readerOf(type)(sent);
  return read instanceof type ? read : undefined;
}

function readerOf(type: new () => object): Reader {
  const known = readers.get(type) ?? makeReader(type);
  readers.set(type, known);
  return known;
}

/** What a field holds that has parts of its own. */
type PartClass = (() => new () => object) | undefined;

/** A field of which anything is asked: the class of its parts, and how what was sent is read before it is checked. */
export type Asked = {
  readonly part: PartClass;
  readonly read: (sent: unknown) => unknown;
  /** Whether it says something where it is left out; `read` gives that. */
  readonly isOpen: boolean;
};

const asked = new Map<new () => object, ReadonlyMap<string, Asked>>();

/** The fields of a class of which anything is asked. */
export function fieldsAskedOf(type: new () => object): ReadonlyMap<string, Asked> {
  const known = asked.get(type);
  if (known) return known;
  const notes = new Map(fieldsOf(type).map((field) => [field.name, field]));
  const fields = new Map(Object.entries(rulesOf(type)).map(([name, rules]) => [name, askedOf(rules, notes.get(name))]));
  asked.set(type, fields);
  return fields;
}

function askedOf(rules: readonly Rule[], note: Field | undefined): Asked {
  const read = readingOf(rules);
  const { part, empty } = note ?? {};
  if (empty === undefined) return { part, read, isOpen: false };
  return { part, read: (sent) => read(sent) ?? empty, isOpen: true };
}

const readingOf = (rules: readonly Rule[]): Asked['read'] =>
  rules.some(({ name }) => name === READABLE) ? withTextsRead : (sent) => sent;

function rulesOf(type: new () => object): Readonly<Record<string, Rule[]>> {
  const storage = getMetadataStorage();
  return storage.groupByPropertyName(storage.getTargetValidationMetadatas(type, '', false, false));
}

function makeReader(type: new () => object): Reader {
  const rules = rulesOf(type);
  const fields = new Map(
    [...fieldsAskedOf(type)].map(([name, field]) => [name, { check: checkOf(rules[name] ?? []), ...field }]),
  );
  // the validator refuses every object of a class that asks for nothing
  if (fields.size === 0) return () => undefined;
  return (sent) => {
    if (!Object.keys(sent).every((name) => fields.has(name))) return undefined;
    const read = new type();
    for (const [name, { check, part, read: readField, isOpen }] of fields) {
      const value = readField(Reflect.get(sent, name));
      if (!check(value, sent)) return undefined;
      if (!Object.hasOwn(sent, name) && !isOpen) continue;
      const taken = take(value, part);
      if (taken === undefined) return undefined;
      Reflect.set(read, name, taken);
    }
    return read;
  };
}

/** A value as a field holds it; nothing for objects of which no class is known. */
function take(value: unknown, part: PartClass): unknown {
  if (!isObject(value)) return value;
  if (!part) return undefined;
  const read = readerOf(part());
  if (!Array.isArray(value)) return read(value);
  const taken = value.map((one: unknown) => (isObject(one) ? read(one) : undefined));
  return taken.includes(undefined) ? undefined : taken;
}

/** Whether a field is as all of its decorators ask; of parts, that they are objects, which their own readers check. */
function checkOf(rules: readonly Rule[]): Check {
  const conditions: Check[] = [];
  const checks: Check[] = [];
  for (const rule of rules)
    if (rule.type === ValidationTypes.CONDITIONAL_VALIDATION) conditions.push(conditionOf(rule));
    else if (rule.type === ValidationTypes.CUSTOM_VALIDATION) checks.push(...checksOf(rule));
    else if (rule.type === ValidationTypes.NESTED_VALIDATION) checks.push(isObject);
    else return () => false;
  return (value, sent) =>
    conditions.some((condition) => !condition(value, sent)) || checks.every((check) => check(value, sent));
}

/** Whether a field is to be checked at all. */
function conditionOf({ constraints }: Rule): Check {
  const condition: unknown = constraints[0];
  return (value, sent) =>
    typeof condition !== 'function' || Reflect.apply(condition, undefined, [sent, value]) === true;
}

function checksOf({ constraintCls, constraints, each, propertyName: property, target, validateIf }: Rule): Check[] {
  if (validateIf) return [() => false];
  const targetName = typeof target === 'string' ? target : target.name;
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => (value, object) => {
      const about = { property, object, value, constraints, targetName };
      const holds = (one: unknown): boolean => instance.validate(one, about) === true;
      return each ? Array.isArray(value) && value.every(holds) : holds(value);
    });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
