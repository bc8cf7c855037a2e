import type { Client } from '@ayni/api-client/client';

/** Who signs in to a small co-op beside `first`, who made it. */
export const USERS = [
  { name: 'second', roles: ['president'] },
  { name: 'treasurer', roles: ['treasurer'] },
  { name: 'manager', roles: ['manager'] },
  { name: 'seller', roles: ['seller'] },
  { name: 'integrator', roles: ['integrator'] },
  { name: 'martina', roles: ['member'], member: '001' },
  { name: 'felipa', roles: ['member'], member: '002' },
] as const;

/** The password of everybody in a co-op. */
export const passwordOf = (coop: string): string => `${coop} password`;

/** Names users, and has each choose the password of the co-op. */
export async function nameUsers(
  client: Client,
  coop: string,
  users: readonly { readonly name: string; readonly roles: readonly string[] }[],
): Promise<void> {
  const given = `${passwordOf(coop)} at first`;
  await client.post('/api/members/v1/users', { rows: users.map((user) => ({ ...user, password: given })) });
  for (const { name } of users)
    await client.as(name, given).post('/api/members/v1/password', { current: given, password: passwordOf(coop) });
}
