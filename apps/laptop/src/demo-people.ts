import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Client } from '@ayni/api-client/client';
import { fieldOf, jsonOf } from '@ayni/kernel';

/** Who signs in to the demo: whoever opened the books, with every office, and one of each kind. */
export const PEOPLE = ['treasurer', 'accountant', 'president', 'manager', 'seller', 'member', 'integrator'] as const;

type Person = (typeof PEOPLE)[number];

/** Their passwords, by name. */
export type People = Readonly<Record<Person, string>>;

/** Those whom the treasurer names once the shares are approved. */
const NAMED = [
  // keeps the money and no more: what a treasurer alone sees
  { name: 'accountant', roles: ['treasurer'] },
  { name: 'manager', roles: ['manager'] },
  { name: 'seller', roles: ['seller'] },
  { name: 'member', roles: ['member'], member: '001' },
  { name: 'integrator', roles: ['integrator'] },
] as const;

/** The roles that somebody has. */
export const rolesOf = (name: string): readonly string[] =>
  name === 'treasurer' ? FIRST_ROLES : (NAMED.find((user) => user.name === name)?.roles ?? [name]);

const FIRST_ROLES = ['president', 'treasurer', 'manager'] as const;

/** The passwords that a file keeps; those that it does not know are made and added. */
export async function openPeople(path: string): Promise<People> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  const known = jsonOf(text);
  const passwordOf = (name: Person): string => {
    const kept = fieldOf(known, name);
    return typeof kept === 'string' ? kept : randomBytes(9).toString('base64url');
  };
  const people: People = {
    treasurer: passwordOf('treasurer'),
    accountant: passwordOf('accountant'),
    president: passwordOf('president'),
    manager: passwordOf('manager'),
    seller: passwordOf('seller'),
    member: passwordOf('member'),
    integrator: passwordOf('integrator'),
  };
  await writeFile(path, JSON.stringify(people), { mode: 0o600 });
  return people;
}

/** Names whoever is not there yet; the president confirms who holds an office, as the second officer. */
export async function namePeople(treasurer: Client, people: People): Promise<void> {
  const users = (await treasurer.get('/api/members/v1/users?limit=500')).field('items').list;
  const there = new Set(users.map((user) => user.field('name').text));
  for (const user of NAMED) {
    const given = `${people[user.name]} at first`;
    if (!there.has(user.name)) await treasurer.post('/api/members/v1/users', { rows: [{ ...user, password: given }] });
    const waiting = (await treasurer.get('/api/members/v1/waiting-changes')).field('items').list;
    if (waiting.some((change) => change.field('user').text === user.name))
      await treasurer
        .as('president', people.president)
        .post(`/api/members/v1/waiting-changes/${user.name}/confirmation`, {});
    await treasurer.takingUp(user.name, given, people[user.name]);
  }
}
