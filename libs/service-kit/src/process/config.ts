import { readFileSync } from 'node:fs';
import type { ServiceName } from '@ayni/contracts';
import type { KafkaSettings } from '@ayni/messaging/carrier/kafka.settings';
import { databaseOf, eachRole, ROLES, rolesOf, type ServicePasswords } from '@ayni/database/roles';
import { errorCode } from '@ayni/processes/error-code';
import { hostsOf } from '@ayni/http/door/hosts';
import { passwordsIn } from '@ayni/secrets/passwords';
import type { DatabaseUrls, ServicePart } from '../platform.js';

const PARTS: readonly ServicePart[] = ['all', 'http', 'worker'];
const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];
const PREFIX_MAX = 100;

/** What a service that is a process of its own is told; the same in a container and under `npm run cluster`. */
export type ProcessConfig = {
  readonly service: ServiceName;
  readonly database: DatabaseUrls;
  /** Undefined for a process that is a door only: it neither sends nor receives. */
  readonly kafka: KafkaSettings | undefined;
  /** The JWKS that tokens are verified by. */
  readonly publicKeysFile: string;
  /** The private JWK that tokens are signed with; members has it and nobody else. */
  readonly signingKeyFile: string | undefined;
  /** Whether nothing in these books is of a real co-op: pages say so wherever one is. */
  readonly isExample: boolean;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly logLevel: string;
  /** How many proxies in front of us say truly from where a request came. */
  readonly proxies: number;
  /** The names by which it may be asked beside the machine's own addresses. */
  readonly hosts: readonly string[];
  /** Who shows it reads the metrics from another machine. */
  readonly metricsToken: string | undefined;
  readonly part: ServicePart;
  /** Where spans go (OTLP over HTTP); undefined: nothing is traced. */
  readonly traces: string | undefined;
  /** Whether the ready line is JSON, for programs that start us; the log then goes to standard error. */
  readonly readyAsJson: boolean;
  /** Whether standard input is held by whoever started us, and its end is ours. */
  readonly endsWithParent: boolean;
};

/** A setting that cannot be: the sentence begins with the name of its variable. */
export class BadSetting extends Error {
  constructor(
    readonly variable: string,
    what: string,
  ) {
    super(`${variable} ${what}`);
    this.name = 'BadSetting';
  }
}

/**
 * Reads and checks the environment once; nothing else reads it.
 * @throws BadSetting
 */
export function readProcessConfig(service: ServiceName, env: NodeJS.ProcessEnv = process.env): ProcessConfig {
  const part = oneOf(env, 'AYNI_PART', PARTS) ?? 'all';
  return {
    service,
    database: databaseUrls(service, env),
    kafka: part === 'http' ? undefined : kafkaSettings(service, env),
    publicKeysFile: needed(env, 'AYNI_PUBLIC_KEYS_FILE'),
    signingKeyFile: service === 'members' ? needed(env, 'AYNI_SIGNING_KEY_FILE') : undefined,
    isExample: oneOf(env, 'AYNI_EXAMPLE', ['yes']) !== undefined,
    host: given(env, 'AYNI_HOST') ?? '127.0.0.1',
    port: portOf(env, 'AYNI_PORT'),
    logLevel: oneOf(env, 'AYNI_LOG_LEVEL', LOG_LEVELS) ?? 'info',
    proxies: proxiesOf(env),
    hosts: hostsOf(env['AYNI_HOSTS']),
    metricsToken: secretIn(env, 'AYNI_METRICS_TOKEN_FILE'),
    part,
    traces: urlOf(env, 'OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:'])?.href,
    readyAsJson: oneOf(env, 'AYNI_READY', ['json']) !== undefined,
    endsWithParent: oneOf(env, 'AYNI_PARENT', ['pipe']) !== undefined,
  };
}

function databaseUrls(service: ServiceName, env: NodeJS.ProcessEnv): DatabaseUrls {
  const server = urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  if (!server) throw new BadSetting('DATABASE_URL', 'is missing: it names the PostgreSQL server, postgres://host:port');
  const passwords = passwordsOf(env, 'DATABASE_PASSWORDS_FILE');
  const [database, roles] = [databaseOf(service), rolesOf(service)];
  return eachRole((role) => {
    const address = new URL(server);
    address.pathname = `/${database}`;
    address.username = roles[role];
    address.password = encodeURIComponent(passwords[role]);
    return address.href;
  });
}

function passwordsOf(env: NodeJS.ProcessEnv, variable: string): ServicePasswords {
  const file = needed(env, variable);
  return passwordsIn(
    jsonIn(variable, file),
    (role) => new BadSetting(variable, `names ${file}, which holds no password of the ${role} (${ROLES.join(', ')})`),
  );
}

/** How `service` reaches the broker, as the environment says it. @throws BadSetting that names the variable */
export function kafkaSettings(service: ServiceName, env: NodeJS.ProcessEnv): KafkaSettings {
  const brokers = needed(env, 'KAFKA_BROKERS').split(',');
  const wrong = brokers.find((broker) => !/^(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5}$/.test(broker));
  if (wrong !== undefined) throw new BadSetting('KAFKA_BROKERS', `is host:port[,host:port], not "${wrong}"`);
  const prefix = env['KAFKA_TOPIC_PREFIX'] ?? '';
  if (!/^[\w.-]*$/.test(prefix) || prefix.length > PREFIX_MAX)
    throw new BadSetting('KAFKA_TOPIC_PREFIX', 'takes letters, digits, dots, dashes and underscores only');
  const ca = secretIn(env, 'KAFKA_TLS_CA_FILE');
  if (ca?.includes('-----BEGIN CERTIFICATE-----') === false)
    throw new BadSetting('KAFKA_TLS_CA_FILE', 'names a file that holds no certificate in PEM');
  const username = given(env, 'KAFKA_SASL_USERNAME');
  const password = secretIn(env, 'KAFKA_SASL_PASSWORD_FILE');
  if (username === undefined && password !== undefined)
    throw new BadSetting('KAFKA_SASL_USERNAME', 'is missing, although a password is given');
  if (username !== undefined && password === undefined)
    throw new BadSetting('KAFKA_SASL_PASSWORD_FILE', 'is missing, although a user name is given');
  return {
    brokers,
    prefix,
    clientId: `ayni-${service}`,
    ...(ca === undefined ? {} : { tls: { ca } }),
    ...(username === undefined || password === undefined ? {} : { sasl: { username, password } }),
  };
}

/** Set and not empty: compose files hand on variables that nobody set as empty ones. */
const given = (env: NodeJS.ProcessEnv, variable: string): string | undefined => env[variable] || undefined;

function needed(env: NodeJS.ProcessEnv, variable: string): string {
  const value = given(env, variable);
  if (value === undefined) throw new BadSetting(variable, 'is missing');
  return value;
}

function oneOf<T extends string>(env: NodeJS.ProcessEnv, variable: string, values: readonly T[]): T | undefined {
  const value = given(env, variable);
  const found = values.find((known) => known === value);
  if (value !== undefined && found === undefined) throw new BadSetting(variable, `must be one of ${values.join(', ')}`);
  return found;
}

function portOf(env: NodeJS.ProcessEnv, variable: string): number {
  const text = given(env, variable) ?? '0';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new BadSetting(variable, 'must be a port from 0 to 65535');
  return Number(text);
}

/** How many proxies in front of us say truly from where a request came, by AYNI_PROXIES. @throws BadSetting */
export function proxiesOf(env: NodeJS.ProcessEnv): number {
  const text = given(env, 'AYNI_PROXIES') ?? '0';
  if (!/^\d$/.test(text)) throw new BadSetting('AYNI_PROXIES', 'must be how many proxies are in front, from 0 to 9');
  return Number(text);
}

function urlOf(env: NodeJS.ProcessEnv, variable: string, protocols: readonly string[]): URL | undefined {
  const text = given(env, variable);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !protocols.includes(url.protocol) || url.hostname === '')
    throw new BadSetting(variable, `must be an address of ${protocols.map((name) => `${name}//`).join(' or ')}`);
  return url;
}

/** What stands in the file that `variable` names, without the line break that editors leave at its end. */
export function secretIn(env: NodeJS.ProcessEnv, variable: string): string | undefined {
  const file = given(env, variable);
  return file === undefined ? undefined : textIn(variable, file);
}

function jsonIn(variable: string, file: string): unknown {
  const text = textIn(variable, file);
  try {
    return JSON.parse(text);
  } catch {
    throw new BadSetting(variable, `names ${file}, which holds no JSON`);
  }
}

function textIn(variable: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new BadSetting(variable, `names ${file}, which cannot be read (${errorCode(error)})`);
  }
  if (text === '') throw new BadSetting(variable, `names ${file}, which is empty`);
  return text;
}
