import type { Fault, FaultCode } from '@ayni/kernel';

/** How the messages of class-validator name what a constraint takes. */
const NUMBER = /(-?\d+)(?: |$)/;
const VALUES = /following values: (.*)$/;

/** Constraints of class-validator by name: the fault of the catalogue, and where its message says what it takes. */
const FAULTS: Readonly<Record<string, readonly [fault: FaultCode, argument?: RegExp]>> = {
  isString: ['text'],
  matches: ['text-form'],
  minLength: ['text-least', NUMBER],
  maxLength: ['text-most', NUMBER],
  isInt: ['whole'],
  min: ['least', NUMBER],
  max: ['most', NUMBER],
  isBoolean: ['yes-no'],
  isIn: ['one-of', VALUES],
  isObject: ['object'],
  nestedValidation: ['object'],
  isArray: ['list'],
  arrayMinSize: ['list-least', NUMBER],
  arrayMaxSize: ['list-most', NUMBER],
  arrayUnique: ['list-unique'],
};

/** What a field breaks, as a fault of the catalogue's words. */
export function faultOf(constraint: string, message: string): Fault {
  const [fault, argument]: readonly [FaultCode, RegExp?] = FAULTS[constraint] ?? ['not-so'];
  const [, found = ''] = argument?.exec(message) ?? [];
  return found === '' ? fault : `${fault}:${found.replaceAll(':', '::').split(', ').join(':')}`;
}
