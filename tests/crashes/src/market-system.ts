import { Client } from '@ayni/api-client/client';
import { SystemProcess, type Form } from '@ayni/testing-systems/system-process';
import { Market } from './market.js';
import { Till } from './till.js';

/** Who sells there. */
export const SIGN_IN = { coop: 'market', user: 'first', password: 'a password of theirs' };

/** A system with one co-op that sells. */
export type MarketSystem = { readonly system: SystemProcess; readonly market: Market; readonly till: Till };

/** Starts one; over Kafka on servers that the test has in its hand, those that `environment` names. */
export async function openMarket(
  environment: Readonly<Record<string, string>>,
  form: Form = 'kafka',
): Promise<MarketSystem> {
  const system = await SystemProcess.start({ form, environment });
  try {
    const { coop, user, password } = SIGN_IN;
    const client = await Client.setUp(
      system.url,
      system.setupCode,
      { code: coop, name: 'Market', currency: 'BOB', timezone: 'America/La_Paz' },
      { name: user, password },
    );
    return { system, market: await Market.open(client), till: await Till.open(system.url, SIGN_IN) };
  } catch (error) {
    await system.remove();
    throw error;
  }
}
