import { amountsOf, readAmount, readPercent, readWeight } from './amount.js';
import { CASE_CODES, type CaseCode, type RefusedCase } from './refused-case.js';

const LONE_SURROGATE = /\p{Cs}/u;

/** What is said of a field that is not there. */
const IS_MISSING = 'is missing';

/** Whether a case is refused for a field that is not there. */
export const isOfMissing = ({ detail }: RefusedCase): boolean => detail === IS_MISSING;

/** The step from `pointer` to its member `name`, escaped as RFC 6901 says. */
export const pointerTo = (pointer: string, name: string | number): string =>
  `${pointer}/${typeof name === 'string' && TO_ESCAPE.test(name) ? escaped(name) : name}`;

const TO_ESCAPE = /[~/]/;
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Of all that was refused, in the order in which it stands in the document, the fault that counts. */
export const faultThatCounts = (faults: readonly RefusedCase[]): RefusedCase | null =>
  [...faults].sort((a, b) => CASE_CODES.indexOf(a.code) - CASE_CODES.indexOf(b.code))[0] ?? null;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the parts of a JSON document that nobody vouches for. A fault is noted with its place and replaced by something
 * harmless, so that reading goes on and the fault that comes first in {@link CASE_CODES} is the one that counts.
 */
export class DocumentReader {
  /** All that was refused, as it was found. */
  readonly faults: RefusedCase[] = [];

  /** @param places how many the amounts of the document's currency have */
  constructor(private readonly places: number) {}

  /** The fault that counts. */
  get refused(): RefusedCase | null {
    return faultThatCounts(this.faults);
  }

  refuse(code: CaseCode, pointer: string, detail: string): void {
    this.faults.push({ code, pointer, detail });
  }

  /** An object with exactly these fields; what is left out or undefined is absent. */
  fields(
    value: unknown,
    pointer: string,
    required: readonly string[],
    optional: readonly string[] = [],
  ): Readonly<Record<string, unknown>> {
    const fields = this.object(value, pointer);
    for (const name of required) {
      if (fields[name] === undefined) this.refuse('bad-document', pointerTo(pointer, name), IS_MISSING);
    }
    for (const name of Object.keys(fields)) {
      if (fields[name] !== undefined && !required.includes(name) && !optional.includes(name)) {
        this.refuse('bad-document', pointerTo(pointer, name), 'is not a field of the case document');
      }
    }
    return fields;
  }

  /** An object whose names are up to the co-op, such as its funds. */
  entries(value: unknown, pointer: string): (readonly [name: string, value: unknown])[] {
    return Object.entries(this.object(value, pointer)).filter(([, entry]) => entry !== undefined);
  }

  /** Any object, whatever its fields. */
  object(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
    if (isObject(value)) return value;
    this.refuse('bad-document', pointer, 'must be an object');
    return {};
  }

  list(value: unknown, pointer: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.refuse('bad-document', pointer, 'must be a list');
    return [];
  }

  /** A name or code: text with something in it that Unicode can write. */
  name(value: unknown, pointer: string): string {
    if (typeof value === 'string' && value !== '' && !LONE_SURROGATE.test(value)) return value;
    this.refuse('bad-document', pointer, 'must be a text that is not empty');
    return '';
  }

  /** A list of names of which none is there twice. */
  names(value: unknown, pointer: string): readonly string[] {
    const seen = new Set<string>();
    return this.list(value, pointer).map((entry, i) =>
      this.unique(this.name(entry, pointerTo(pointer, i)), seen, pointerTo(pointer, i)),
    );
  }

  /** Refuses a name that was seen before. */
  unique(name: string, seen: Set<string>, pointer: string): string {
    if (seen.has(name)) this.refuse('bad-document', pointer, `names ${name} a second time`);
    seen.add(name);
    return name;
  }

  choice<Choice extends string>(value: unknown, pointer: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const choice = choices.find((each) => each === value);
    if (choice === undefined) this.refuse('bad-document', pointer, `must be one of ${choices.join(', ')}`);
    return choice ?? choices[0];
  }

  flag(value: unknown, pointer: string): boolean {
    if (typeof value !== 'boolean') this.refuse('bad-document', pointer, 'must be true or false');
    return value === true;
  }

  count(value: unknown, pointer: string): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.refuse('bad-document', pointer, 'must be a whole number from 0');
    return 0;
  }

  amount(value: unknown, pointer: string): bigint {
    const amount = readAmount(value, this.places);
    if (amount === null) {
      const example = amountsOf(this.places)(1250n);
      this.refuse('bad-amount', pointer, `must be a text such as "${example}", without sign or more places`);
    }
    return amount ?? 0n;
  }

  percent(value: unknown, pointer: string): bigint {
    const permyriad = readPercent(value);
    if (permyriad === null) this.refuse('bad-percent', pointer, 'must be a text from "0" to "100.00", without sign');
    return permyriad ?? 0n;
  }

  /** @param pointer of the object of which it is the field `name` */
  weight(value: unknown, pointer: string, name: string): bigint {
    const weight = readWeight(value);
    if (weight === null)
      this.refuse('bad-weight', pointerTo(pointer, name), 'must be an integer text such as "365", without sign');
    return weight ?? 0n;
  }
}
