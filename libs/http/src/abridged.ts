import type { Refusal } from '@ayni/kernel';
import { unknownFields } from './unknown-field.js';
import { fieldsAskedOf, wellFormed } from './well-formed.js';

/** So many of the parts of a list that are wrong are looked at. */
const LOOKED_AT = 20;
/** A list is looked at up to here; that it is longer shows by then. */
const LENGTH_MAX = 1_001;

/** Stands for a part with which nothing is wrong. */
class Sound {}
const SOUND = new Sound();

/** What was sent, with no more of what is wrong than is told of it. */
export type Abridged<Body extends object> = {
  readonly body: Body;
  /** The fields that the class does not name. */
  readonly unknown: readonly Refusal[];
  /** All of what was sent as an instance of its class; `body` itself where nothing was left out. */
  readonly whole: () => Body;
};

/** Cuts what was sent down to what has to be looked at to tell what is wrong with it. */
export function abridged<Body extends object>(type: new () => Body, sent: object): Abridged<Body> {
  const cut = new Cut();
  const body = cut.object(type, sent, '');
  return { body, unknown: cut.unknown, whole: () => (cut.leftOut ? new Cut(false).object(type, sent, '') : body) };
}

class Cut {
  readonly unknown: Refusal[] = [];
  leftOut = false;

  constructor(private readonly leavesOut = true) {}

  object<Body extends object>(type: new () => Body, sent: object, pointer: string): Body {
    const fields = fieldsAskedOf(type);
    this.unknown.push(...unknownFields(sent, (field) => fields.has(field), pointer));
    const made = new type();
    for (const [field, { part, read, isOpen }] of fields)
      if (Object.hasOwn(sent, field) || isOpen)
        Reflect.set(made, field, this.held(read(Reflect.get(sent, field)), part?.(), `${pointer}/${field}`));
    return made;
  }

  private held(value: unknown, part: (new () => object) | undefined, pointer: string): unknown {
    if (!part || typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value)) return this.object(part, value, pointer);
    const parts: readonly unknown[] = this.leavesOut ? value.slice(0, LENGTH_MAX) : value;
    if (parts.length < value.length) this.leftOut = true;
    let wrong = 0;
    return parts.map((one, i) => {
      if (!isObject(one)) return one;
      if (!this.leavesOut) return this.object(part, one, `${pointer}/${i}`);
      if (wrong >= LOOKED_AT || wellFormed(part, one)) return this.sound();
      wrong += 1;
      return this.object(part, one, `${pointer}/${i}`);
    });
  }

  private sound(): Sound {
    this.leftOut = true;
    return SOUND;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
