import type { DataOf, structureRegistered } from '@ayni/contracts';
import type { Structure } from '../domain/structure.js';

/** The aggregate under which a structure's events stay in order. */
export const structureAggregate = ({ code }: Structure): string => `structure/${code}`;

/** A structure in the words of the contract. */
export const structureData = ({ code, name, kind, areaM2 }: Structure): DataOf<typeof structureRegistered> => ({
  code,
  name,
  kind,
  areaM2,
});
