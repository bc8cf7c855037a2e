import { readFileSync } from 'node:fs';
import type { CloudEvent, EventType } from '@ayni/contracts';

/** The whole envelope of an event of this type, as the contracts' own test keeps it. */
export function sampleOf({ type }: EventType): CloudEvent {
  const [, service, fact, version] = type.split('.');
  const file = new URL(`../../../libs/contracts/samples/${service}/${fact}.${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as CloudEvent;
}
