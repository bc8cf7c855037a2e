import { test } from '@jest/globals';
import { testBrokers } from '@ayni/testing-systems/broker';
import { SystemProcess, type Form } from '@ayni/testing-systems/system-process';

let form: Form = 'laptop';
let surroundings: Readonly<Record<string, string>> = {};

/**
 * Takes the journeys of this file over Kafka; without it they run on the laptop form.
 * @param environment what the shell has besides, in which its systems are started
 */
export const travelOverKafka = (environment: Readonly<Record<string, string>> = {}): void => {
  form = 'kafka';
  surroundings = environment;
};

/** Whether the journeys of this file run on the laptop form. */
export const isOnLaptop = (): boolean => form === 'laptop';

/** A test of what no carrier can change: over Kafka it is left out. */
export const onLaptop = (name: string, work: () => Promise<void>): void => {
  if (isOnLaptop()) test(name, work);
};

/** Starts the product in the form that the journey is for; over Kafka on the broker of the test run. */
export const startSystem = (
  folder?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<SystemProcess> =>
  SystemProcess.start({
    form,
    ...(folder === undefined ? {} : { folder }),
    environment: { ...surroundings, ...(form === 'kafka' ? { KAFKA_BROKERS: testBrokers() } : {}), ...environment },
  });
