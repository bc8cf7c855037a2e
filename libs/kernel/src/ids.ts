import type { Brand } from './brand.js';
import { Refusal } from './refusal.js';

export type CoopId = Brand<string, 'co-op id'>;
export type EventId = Brand<string, 'event id'>;
export type CommandId = Brand<string, 'command id'>;

/** The number by which a co-op knows a member, such as "017". */
export type MemberNumber = Brand<string, 'member number'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What a code of any record may be: letters, digits and a few signs, 1 to 64, first and last no sign. */
export const CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._:#/-]{0,62}[\p{L}\p{N}])?$/u;

/** A code as it may be asked for: the same, or such a one with whose it is behind a `~`, where two people use one. */
export const ASKED_CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._:#/~-]{0,62}[\p{L}\p{N}])?$/u;

/** Whether a text is an id as we make them: a UUID in lower case. */
export const isId = (text: string): boolean => UUID.test(text);

export function parseCoopId(text: string): CoopId {
  if (!isId(text)) throw new Refusal('bad-field', '', { detail: 'not-id' });
  return text as CoopId;
}

export function parseCommandId(text: string, pointer = ''): CommandId {
  if (!isId(text)) throw new Refusal('bad-field', pointer, { detail: 'not-id' });
  return text as CommandId;
}
