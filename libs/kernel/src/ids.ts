import type { Brand } from './brand.js';
import { Refusal } from './refusal.js';

export type CoopId = Brand<string, 'co-op id'>;
export type UserId = Brand<string, 'user id'>;
export type EventId = Brand<string, 'event id'>;
export type CommandId = Brand<string, 'command id'>;

/** The number by which a co-op knows a member, such as "017". */
export type MemberNumber = Brand<string, 'member number'>;
export type HouseholdCode = Brand<string, 'household code'>;
export type ProductCode = Brand<string, 'product code'>;
export type SeasonCode = Brand<string, 'season code'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What a code of any record may be: letters, digits and a few signs, 1 to 64, first and last no sign. */
export const CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._:#/-]{0,62}[\p{L}\p{N}])?$/u;

export function parseCoopId(text: string): CoopId {
  if (!UUID.test(text)) throw new Refusal('bad-field', '', { detail: 'not an id' });
  return text as CoopId;
}

export function parseCommandId(text: string, pointer = ''): CommandId {
  if (!UUID.test(text)) throw new Refusal('bad-field', pointer, { detail: 'not an id' });
  return text as CommandId;
}
