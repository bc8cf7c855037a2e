import { fieldOf } from '@ayni/kernel';

/** What there is on this machine of the example's books, and who may enter them. */
export type Example = {
  /** `kept` is of before: it opens in a moment. `here` is the books that are looked at. */
  readonly state: (typeof STATES)[number];
  readonly url: string;
  readonly coop: string;
  readonly people: readonly { readonly name: string; readonly roles: readonly string[]; readonly password: string }[];
};

const STATES = ['none', 'kept', 'preparing', 'ready', 'here'] as const;

/**
 * Asks the machine for its example, has it opened (`POST`) or taken away whole (`DELETE`). @returns nothing where there is
 * none to be had: on a phone, in the form over Kafka
 */
export async function askExample(method: 'GET' | 'POST' | 'DELETE'): Promise<Example | undefined> {
  const response = await fetch('/api/example', { method, headers: { 'X-Ayni': '1' } }).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const told: unknown = await response.json();
  const state = STATES.find((one) => one === fieldOf(told, 'state'));
  const people: unknown = fieldOf(told, 'people');
  return state === undefined
    ? undefined
    : {
        ...{ state, url: textOf(told, 'url'), coop: textOf(told, 'coop') },
        people: (Array.isArray(people) ? people : []).map((person: unknown) => ({
          name: textOf(person, 'name'),
          roles: textsOf(person, 'roles'),
          password: textOf(person, 'password'),
        })),
      };
}

const textOf = (told: unknown, name: string): string => {
  const value = fieldOf(told, name);
  return typeof value === 'string' ? value : '';
};

const textsOf = (told: unknown, name: string): readonly string[] => {
  const value = fieldOf(told, name);
  return Array.isArray(value) ? value.map(String) : [];
};
