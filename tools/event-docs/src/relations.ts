import { events, type EventType } from '@ayni/contracts';

/** `sale-recorded` of `ayni.sales.sale-recorded.v1`. */
export const factOf = ({ type }: EventType): string => type.split('.')[2] ?? '';

const nounOf = (event: EventType): string => factOf(event).replace(/-[^-]+$/, '');

const isReversal = (event: EventType): boolean => factOf(event).endsWith('-reversed');

const aboutTheSame = (event: EventType): EventType[] =>
  events.filter(
    (other) =>
      other !== event &&
      other.service === event.service &&
      other.aggregates === event.aggregates &&
      nounOf(other) === nounOf(event),
  );

/** The event that takes one of this type back, if there is one. */
export const reversalOf = (event: EventType): EventType | undefined =>
  isReversal(event) ? undefined : aboutTheSame(event).find(isReversal);

/** What an event of this type takes back, if it is a reversal. */
export const reversedBy = (event: EventType): EventType | undefined =>
  isReversal(event) ? aboutTheSame(event).find((other) => !isReversal(other)) : undefined;
