import { CodeField, DayField, InstantField, OneOfField, TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import { SCOPES } from '@ayni/http/auth/scopes';
import type { Day, Instant } from '@ayni/kernel';
import { KEY_ROLES, type KeyRole } from '../../domain/api-key.js';

/** A program's key, without the key. */
export class ApiKeyRow {
  @CodeField() name!: string;
  @TextField(20, { description: 'what the key begins with' }) prefix!: string;
  @OneOfField(KEY_ROLES, { each: true }) roles!: KeyRole[];
  @OneOfField(SCOPES, { each: true }) scopes!: string[];
  @DayField({ description: 'the last day on which it is good' }) expiresOn!: Day;
  @InstantField({ nullable: true, description: 'when it was last exchanged for a token' }) usedAt!: Instant | null;
  @CodeField() recordedBy!: string;
  @InstantField() recordedAt!: Instant;
  @CodeField({ nullable: true }) endedBy!: string | null;
  @InstantField({ nullable: true }) endedAt!: Instant | null;
}

export const apiKeys = new Listing({
  row: ApiKeyRow,
  name: 'api-keys',
  from: 'api_keys k',
  alias: 'k',
  columns: {
    name: 'k.name',
    prefix: 'k.prefix',
    roles: 'k.roles',
    scopes: 'k.scopes',
    expiresOn: 'k.expires_on',
    usedAt: 'k.used_at',
    recordedBy: 'k.made_by',
    recordedAt: 'k.made_at',
    endedBy: 'k.ended_by',
    endedAt: 'k.ended_at',
  },
  order: ['k.name'],
});
