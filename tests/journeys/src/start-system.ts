import { testBrokers } from '@ayni/testing-systems/broker';
import { SystemProcess, type Form } from '@ayni/testing-systems/system-process';

let form: Form = 'laptop';

/** Takes the journeys of this file over Kafka; without it they run on the laptop form. */
export const travelOverKafka = (): void => {
  form = 'kafka';
};

/** Whether the journeys of this file run on the laptop form. */
export const isOnLaptop = (): boolean => form === 'laptop';

/** Starts the product in the form that the journey is for; over Kafka on the broker of the test run. */
export const startSystem = (
  folder?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<SystemProcess> =>
  SystemProcess.start({
    form,
    ...(folder === undefined ? {} : { folder }),
    environment: { ...(form === 'kafka' ? { KAFKA_BROKERS: testBrokers() } : {}), ...environment },
  });
