/** Where a system's broker is and how it is reached. */
export type KafkaSettings = {
  /** `host:port` */
  readonly brokers: readonly string[];
  /** Put before every topic and consumer group, so that several systems share a broker. */
  readonly prefix: string;
  /** How this process calls itself to the broker. */
  readonly clientId: string;
  /** TLS with this certificate authority (PEM). */
  readonly tls?: { readonly ca: string };
  /** SASL/SCRAM-SHA-512. */
  readonly sasl?: { readonly username: string; readonly password: string };
};
