import type { Insertable } from '@ayni/database/insert';
import { digestOf } from '@ayni/facts/record';
import type { NamedUser, UserDraft } from '../domain/user.js';
import type { UserEntity } from './user.entity.js';

/** A new user's row. */
export const userRow = (user: UserDraft, by: string, now: Date): Insertable<UserEntity> => ({
  ...namedRow(user),
  passwordHash: user.passwordHash,
  choosing: user.choosing,
  told: true,
  active: user.active,
  version: 1,
  recordedBy: by,
  recordedAt: now.toISOString(),
});

/** What of a user's row says whether one who is named again is the same. */
export function namedRow({ name, member, roles }: NamedUser): Pick<Insertable<UserEntity>, keyof NamedUser | 'digest'> {
  const named = { name, roles: [...new Set(roles)].sort(), member };
  return { ...named, digest: digestOf(named) };
}
