import { BlockList, isIPv6 } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

/** What a machine is on its local network: the names that it gives itself, and its private addresses. */
export type Surroundings = { readonly names: readonly string[]; readonly addresses: readonly string[] };

/** Addresses that no line of the internet leads to (RFC 1918, 3927, 4193). */
export const PRIVATE = [
  { network: '10.0.0.0', prefix: 8, family: 'ipv4' },
  { network: '172.16.0.0', prefix: 12, family: 'ipv4' },
  { network: '192.168.0.0', prefix: 16, family: 'ipv4' },
  { network: '169.254.0.0', prefix: 16, family: 'ipv4' },
  { network: 'fc00::', prefix: 7, family: 'ipv6' },
] as const;

const privateAddresses = new BlockList();
for (const { network, prefix, family } of PRIVATE) privateAddresses.addSubnet(network, prefix, family);

export const isPrivate = (address: string): boolean =>
  privateAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** As the machine is now: it may have joined another network since it was looked at last. */
export function lookAround(): Surroundings {
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ address, internal }) => !internal && isPrivate(address))
    .map(({ address }) => address);
  // the short ones first, which people read out to each other
  const ordered = [...new Set(addresses)].toSorted((one, other) => Number(isIPv6(one)) - Number(isIPv6(other)));
  return { names: namesOf(hostname()), addresses: ordered };
}

/** What a machine of that name is asked for: by the name, and by the one that phones find without a server of names (RFC 6762). */
export function namesOf(host: string): string[] {
  const name = host.toLowerCase();
  const isName = name !== 'localhost' && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(name);
  if (!isName) return [];
  return name.includes('.') ? [name] : [name, `${name}.local`];
}

/** An address as it stands in the address of a page. */
export const inUrl = (address: string): string => (isIPv6(address) ? `[${address}]` : address);
