import type { Figure } from './figure.js';

/** How events travel in what is measured: within the process of the laptop form, or over Kafka between processes. */
export type CarrierName = 'local' | 'kafka';

/** What a measurement is given. */
export type Bench = {
  /** The environment of the programs that it starts. */
  readonly env: NodeJS.ProcessEnv;
  readonly carrier: CarrierName;
  /** Whether to show where the server's time went. */
  readonly profile: boolean;
  /** A temporary folder of its own, that every system user can reach. */
  readonly folder: () => Promise<string>;
  /** Tells whoever watches what is under way. */
  readonly say: (text: string) => void;
};

/** One measurement that can be asked for by name. */
export type Row = {
  readonly name: string;
  readonly carrier: CarrierName;
  /** How its figures are taken, for the page. */
  readonly how: string;
  /** Whether it runs only when it is named: it takes long. */
  readonly onlyByName?: boolean;
  readonly measure: (bench: Bench) => Promise<Figure[]>;
};
