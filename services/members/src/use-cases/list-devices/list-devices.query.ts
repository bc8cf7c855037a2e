import { CodeField, CountField, InstantField, TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Instant } from '@ayni/kernel';

/** A browser in which the user is signed in. */
export class DeviceRow {
  @TextField(36) id!: string;
  @TextField(64) label!: string;
  @InstantField() madeAt!: Instant;
  @InstantField({ description: 'when it was last given a token' }) usedAt!: Instant;
  @CountField({ description: 'how many records it keeps, and has not sent, as it last said' }) waiting!: number;
}

/** A browser in which somebody of the co-op is signed in. */
export class UserDeviceRow extends DeviceRow {
  @CodeField() user!: string;
}

const COLUMNS = { id: 'd.id', label: 'd.label', madeAt: 'd.made_at', usedAt: 'd.used_at', waiting: 'd.waiting' };

export const devices = new Listing({
  row: DeviceRow,
  name: 'devices',
  from: 'devices d',
  alias: 'd',
  columns: COLUMNS,
  order: ['d.id'],
  filters: { user: 'd.user_name' },
});

export const userDevices = new Listing({
  row: UserDeviceRow,
  name: 'user devices',
  from: 'devices d',
  alias: 'd',
  columns: { ...COLUMNS, user: 'd.user_name' },
  order: ['d.user_name', 'd.id'],
  filters: { user: 'd.user_name' },
});
