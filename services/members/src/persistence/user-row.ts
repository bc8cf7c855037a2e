import type { Insertable } from '@ayni/database/insert';
import { digestOf } from '@ayni/facts/record';
import type { UserDraft } from '../domain/user.js';
import type { UserEntity } from './user.entity.js';

/** A new user's row. */
export function userRow(user: UserDraft, by: string, now: Date): Insertable<UserEntity> {
  const { name, member } = user;
  const roles = [...new Set(user.roles)].sort();
  return {
    name,
    member,
    passwordHash: user.passwordHash,
    choosing: user.choosing,
    roles,
    told: true,
    active: user.active,
    version: 1,
    digest: digestOf({ name, roles, member }),
    recordedBy: by,
    recordedAt: now.toISOString(),
  };
}
