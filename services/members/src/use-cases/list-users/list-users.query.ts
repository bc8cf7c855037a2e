import { Listing } from '@ayni/http/listing';

export const users = new Listing({
  name: 'users',
  from: 'users u',
  alias: 'u',
  columns: {
    name: 'u.name',
    roles: 'u.roles',
    member: 'u.member',
    active: 'u.active',
    version: 'u.version',
    recordedBy: 'u.recorded_by',
    recordedAt: 'u.recorded_at',
  },
  order: ['u.name'],
});
