import { fieldOf, jsonOf, Refusal } from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';

/** What the database raises for a fact of a season that is not open; its detail is JSON: code, day, season, its state. */
export const SHUT_SEASON = 'AY002';

/** What the season's door in the database says, as a refusal; nothing where the error is another one. */
export function refusalAtDoor(error: unknown, pointerOf: (code: string) => string): Refusal | undefined {
  if (errorCode(error) !== SHUT_SEASON) return undefined;
  const told = jsonOf(String(fieldOf(error, 'detail')));
  const text = (name: string): string => String(fieldOf(told, name));
  return refusalOfShut(text('state'), pointerOf(text('code')), { day: text('day'), season: text('season') });
}

/** Why a season takes no facts: it has no way back, or will be open again in a moment. */
export const refusalOfShut = (state: string, pointer: string, of: { day: string; season: string }): Refusal =>
  new Refusal(state === 'changing' ? 'season-changing' : 'season-closed', pointer, of);
