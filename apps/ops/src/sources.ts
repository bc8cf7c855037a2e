import { findEventType, SERVICES, type ServiceName } from '@ayni/contracts';

/** The services whose logs carry any of `types`. */
export function sourcesOf(types: Iterable<string>): readonly ServiceName[] {
  const writers = new Set([...types].map((type) => findEventType(type)?.service));
  return SERVICES.filter((service) => writers.has(service));
}
