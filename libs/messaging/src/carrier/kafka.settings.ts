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

/** A topic as it is declared for all systems; its name stands without a prefix. */
export type TopicDeclaration = {
  readonly name: string;
  /** Never changed for a topic that is in use: keys would move to other partitions. */
  readonly partitions: number;
  /** Settings of the topic, as Kafka names them. */
  readonly settings: Readonly<Record<string, string>>;
};
