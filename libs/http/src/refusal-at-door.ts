import { fieldOf, jsonOf, Refusal } from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';

/** What the database raises for a fact of a closing or closed season; its detail is JSON: code, day, season. */
export const SHUT_SEASON = 'AY002';

/** What the season's door in the database says, as a refusal; nothing where the error is another one. */
export function refusalAtDoor(error: unknown, pointerOf: (code: string) => string): Refusal | undefined {
  if (errorCode(error) !== SHUT_SEASON) return undefined;
  const told = jsonOf(String(fieldOf(error, 'detail')));
  const [code, day, season] = ['code', 'day', 'season'].map((name) => String(fieldOf(told, name)));
  return new Refusal('season-closed', pointerOf(code ?? ''), { day: day ?? '', season: season ?? '' });
}
