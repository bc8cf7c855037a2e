import { test } from '@jest/globals';
import { testBrokers } from '@ayni/testing-systems/broker';
import { SystemProcess, type Form } from '@ayni/testing-systems/system-process';

let form: Form = 'laptop';
let surroundings: Readonly<Record<string, string>> = {};
let isShared = false;
let shared: Promise<SystemProcess> | undefined;

/**
 * Takes the journeys of this file over Kafka; without it they run on the laptop form.
 * @param environment what the shell has besides, in which its systems are started
 */
export const travelOverKafka = (environment: Readonly<Record<string, string>> = {}): void => {
  form = 'kafka';
  surroundings = environment;
};

/** Has the journeys of this file, each with a co-op of its own, share the system that the first of them starts. */
export const shareSystem = (): void => {
  isShared = true;
};

/** Whether the journeys of this file run on the laptop form. */
export const isOnLaptop = (): boolean => form === 'laptop';

/** A test of what no carrier can change: over Kafka it is left out. */
export const onLaptop = (name: string, work: () => Promise<void>): void => {
  if (isOnLaptop()) test(name, work);
};

/** Starts the product in the form that the journey is for; over Kafka on the broker of the test run. */
export function startSystem(
  folder?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<SystemProcess> {
  if (shared) return shared;
  const started = SystemProcess.start({
    form,
    ...(folder === undefined ? {} : { folder }),
    environment: { ...surroundings, ...(form === 'kafka' ? { KAFKA_BROKERS: testBrokers() } : {}), ...environment },
  });
  if (isShared) shared = started;
  return started;
}
