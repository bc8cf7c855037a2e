import { ROLES, type Role } from '@ayni/http/auth/principal';
import { CodeField, InstantField, OneOfField, VersionField, YesNoField } from '@ayni/http/fields';
import type { Instant } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';

/** Who may sign in, and what she may do. */
export class UserRow {
  @CodeField() name!: string;
  @OneOfField(ROLES, { each: true }) roles!: Role[];
  @CodeField({ nullable: true, description: 'the number of the member that she is' }) member!: string | null;
  @YesNoField() active!: boolean;
  @YesNoField({ description: 'whether a change of hers waits for a second officer' }) waiting!: boolean;
  @VersionField() version!: number;
  @CodeField({ description: 'who named her' }) recordedBy!: string;
  @InstantField() recordedAt!: Instant;
}

export const users = new Listing({
  row: UserRow,
  name: 'users',
  from: 'users u',
  alias: 'u',
  columns: {
    name: 'u.name',
    roles: 'u.roles',
    member: 'u.member',
    active: 'u.active',
    waiting: 'EXISTS (SELECT FROM waiting_changes w WHERE w.coop_id = u.coop_id AND w.user_name = u.name)',
    version: 'u.version',
    recordedBy: 'u.recorded_by',
    recordedAt: 'u.recorded_at',
  },
  order: ['u.name'],
});
