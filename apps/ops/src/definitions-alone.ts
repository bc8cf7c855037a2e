import { SERVICES, type ServiceName } from '@ayni/contracts';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { generateKeyPair } from 'jose';

/** The services as they describe themselves; each is loaded only where it is asked for. */
const byName: Readonly<Record<ServiceName, () => Promise<ServiceDefinition>>> = {
  async members() {
    const [{ membersService }, { privateKey }] = await Promise.all([
      import('@ayni/members'),
      // it opens no door, so that its key signs nothing
      generateKeyPair('EdDSA', { crv: 'Ed25519' }),
    ]);
    return membersService({ signing: { key: privateKey, keyId: '' }, publicKeys: { keys: [] }, operatorUrl: '' });
  },
  production: async () => (await import('@ayni/production')).production,
  inventory: async () => (await import('@ayni/inventory')).inventory,
  sales: async () => (await import('@ayni/sales')).sales,
  'profit-sharing': async () => (await import('@ayni/profit-sharing')).profitSharing,
};

/** How a service describes itself, for work on its books: it opens no door. */
export const definitionAlone = (service: ServiceName): Promise<ServiceDefinition> => byName[service]();

/** {@link definitionAlone} of each. */
export async function definitionsAlone(): Promise<readonly ServiceDefinition[]> {
  const all: ServiceDefinition[] = [];
  // one after the other: they load much of the same
  for (const service of SERVICES) all.push(await definitionAlone(service));
  return all;
}
