import { InstantField, TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Instant } from '@ayni/kernel';

/** A browser in which the user is signed in. */
export class DeviceRow {
  @TextField(36) id!: string;
  @TextField(64) label!: string;
  @InstantField() madeAt!: Instant;
  @InstantField({ description: 'when it was last given a token' }) usedAt!: Instant;
}

export const devices = new Listing({
  row: DeviceRow,
  name: 'devices',
  from: 'devices d',
  alias: 'd',
  columns: { id: 'd.id', label: 'd.label', madeAt: 'd.made_at', usedAt: 'd.used_at' },
  order: ['d.id'],
  filters: { user: 'd.user_name' },
});
