import { isService, SERVICES, type ServiceName } from '@ayni/contracts';
import { InvalidArgumentError } from 'commander';

export const SERVICE_FLAGS = '--service <name>';

/** A service as it is named on a command line. */
export function serviceNamed(text: string): ServiceName {
  if (!isService(text)) throw new InvalidArgumentError(`one of ${SERVICES.join(', ')}`);
  return text;
}
