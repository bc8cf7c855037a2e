import { ROLES, type Role } from '@ayni/http/auth/principal';
import { CodeField, InstantField, OneOfField, YesNoField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Instant } from '@ayni/kernel';

/** A change of a user that waits for a second officer. */
export class WaitingRow {
  @CodeField() user!: string;
  @OneOfField(ROLES, { each: true, nullable: true, description: 'the roles that she would have' }) roles!:
    Role[] | null;
  @YesNoField({ nullable: true, description: 'whether she could sign in' }) active!: boolean | null;
  @CodeField({ nullable: true, description: 'the member that she would be' }) member!: string | null;
  @YesNoField({ description: 'whether she would be given another password' }) password!: boolean;
  @CodeField() recordedBy!: string;
  @InstantField() recordedAt!: Instant;
}

export const waitingChanges = new Listing({
  row: WaitingRow,
  name: 'waiting changes',
  from: 'waiting_changes w',
  alias: 'w',
  columns: {
    user: 'w.user_name',
    roles: `NULLIF(w.changes->'roles', 'null')`,
    active: `(w.changes->>'active')::boolean`,
    member: `w.changes->'link'->>'member'`,
    password: `w.changes->>'passwordHash' IS NOT NULL`,
    recordedBy: 'w.asked_by',
    recordedAt: 'w.asked_at',
  },
  order: ['w.user_name'],
});
