import { readFile } from 'node:fs/promises';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';

const Words = Type.Array(Type.String());
const Container = Type.Object({
  image: Type.Optional(Type.String()),
  command: Type.Optional(Words),
  entrypoint: Type.Optional(Words),
  environment: Type.Record(Type.String(), Type.String()),
  secrets: Type.Optional(Words),
  volumes: Type.Optional(Words),
  ports: Type.Optional(Words),
  healthcheck: Type.Optional(Type.Object({ test: Type.Optional(Words) })),
});
const Compose = Type.Object({
  services: Type.Record(Type.String(), Container),
  secrets: Type.Record(Type.String(), Type.Object({ file: Type.String() })),
  networks: Type.Optional(Type.Object({})),
  volumes: Type.Optional(Type.Object({})),
});

/** What a rehearsal reads of a compose file. */
export type Compose = Static<typeof Compose>;
export type Container = Static<typeof Container>;

/**
 * A compose file as it is where nothing stands in `.env`.
 * @param place puts the places of the rehearsal in a text
 * @throws Error where the file has not the shape that ours has, or another form of a variable than `${NAME:-otherwise}`
 */
export async function readCompose(file: string, place = (text: string): string => text): Promise<Compose> {
  const fill = (_key: unknown, node: unknown): unknown => {
    if (typeof node !== 'string') return node;
    const filled = node.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');
    if (filled.includes('$')) throw new Error(`Not known to the rehearsal: ${node}`);
    return place(filled);
  };
  const document: unknown = parse(await readFile(file, 'utf8'), fill, { merge: true });
  if (Value.Check(Compose, document)) return document;
  const [error] = Value.Errors(Compose, document);
  throw new Error(`${file}: ${error?.instancePath} ${error?.message}`);
}

export function containerOf({ services }: Compose, name: string): Container {
  const container = services[name];
  if (!container) throw new Error(`The compose file has no ${name}`);
  return container;
}

/** Where something listens here, by its port in the compose file, or by name and port where several have the same. */
export type Ports = ReadonlyMap<string, number>;

/** Puts where things listen here in the place of `kafka:9092`, `sales 4500`, `CLIENTS://:9092` and `127.0.0.1/9092`. */
export const relocate = (text: string, ports: Ports): string =>
  text.replaceAll(/([a-z\d.-]*)([:/ ])(\d{4})\b/g, (whole, host: string, between: string, port: string) => {
    const here = ports.get(port) ?? ports.get(`${host}:${port}`);
    return here === undefined ? whole : `127.0.0.1${between}${here}`;
  });
