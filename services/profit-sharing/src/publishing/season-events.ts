import type { DataOf, seasonOpened } from '@ayni/contracts';
import type { Season } from '../domain/seasons/season.js';

/** The aggregate under which a season's events stay in order. */
export const seasonAggregate = ({ code }: Pick<Season, 'code'>): string => `season/${code}`;

/** A season in the words of the contract; its rules stay here. */
export const seasonData = ({
  code,
  name,
  from,
  until,
}: Pick<Season, 'code' | 'name' | 'from' | 'until'>): DataOf<typeof seasonOpened> => ({ code, name, from, until });
