/** The moments that processes of the product tell on `ayni:<moment>`. */
export const MOMENTS = [
  'transaction:committing',
  'transaction:committed',
  'load:queued',
  'relay:numbered',
  'relay:sent',
  'relay:marked',
  'inbox:applied',
  'inbox:committed',
  'consumer:joined',
] as const;

export type Moment = (typeof MOMENTS)[number];

/** How files of orders end. */
export const ORDERS = '.order';

/** To end at the n-th of such moments, or only to tell that it came. */
export type Order = {
  readonly moment: Moment;
  /** Only those with an event whose type contains this. */
  readonly type?: string;
  /** 1 for the first one after the order. */
  readonly time: number;
  readonly goesOn?: boolean;
};

export const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' && value !== null && 'moment' in value && 'time' in value;
