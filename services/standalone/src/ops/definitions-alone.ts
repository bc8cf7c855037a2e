import type { ServiceName } from '@ayni/contracts';
import type { ServiceDefinition } from '@ayni/service-kit';
import { generateKeyPair } from 'jose';
import { definitionsWith } from '../definitions.js';

/** The services as they describe themselves; none opens a door, so that members gets a key that signs nothing. */
export async function definitionsAlone(): Promise<readonly ServiceDefinition[]> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return definitionsWith({ signing: { key: privateKey, keyId: '' }, publicKeys: { keys: [] }, operatorUrl: '' });
}

/** One of {@link definitionsAlone}. */
export async function definitionAlone(service: ServiceName): Promise<ServiceDefinition> {
  const found = (await definitionsAlone()).find(({ name }) => name === service);
  if (!found) throw new Error(`${service} is no service`);
  return found;
}
