import { SERVICES, type ServiceName } from '@ayni/contracts';
import { inventory } from '@ayni/inventory';
import { membersService } from '@ayni/members';
import { production } from '@ayni/production';
import { profitSharing } from '@ayni/profit-sharing';
import { sales } from '@ayni/sales';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { generateKeyPair } from 'jose';

/** The services as they describe themselves; none opens a door, so that members gets a key that signs nothing. */
export async function definitionsAlone(): Promise<readonly ServiceDefinition[]> {
  const all = await byName();
  return SERVICES.map((name) => all[name]);
}

/** One of {@link definitionsAlone}. */
export const definitionAlone = async (service: ServiceName): Promise<ServiceDefinition> => (await byName())[service];

async function byName(): Promise<Readonly<Record<ServiceName, ServiceDefinition>>> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const signing = { key: privateKey, keyId: '' };
  return {
    members: membersService({ signing, publicKeys: { keys: [] }, operatorUrl: '' }),
    production,
    inventory,
    sales,
    'profit-sharing': profitSharing,
  };
}
