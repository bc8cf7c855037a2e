import { readFile } from 'node:fs/promises';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';

const Words = Type.Union([Type.String(), Type.Array(Type.String())]);

const Container = Type.Object({
  image: Type.String(),
  command: Type.Optional(Words),
  entrypoint: Type.Optional(Words),
  environment: Type.Record(Type.String(), Type.String()),
  secrets: Type.Optional(Type.Array(Type.String())),
  volumes: Type.Optional(Type.Array(Type.String())),
  networks: Type.Optional(Type.Array(Type.String())),
  ports: Type.Optional(Type.Array(Type.String())),
  profiles: Type.Optional(Type.Array(Type.String())),
  healthcheck: Type.Optional(Type.Object({ test: Type.Optional(Type.Array(Type.String())) })),
});

const Compose = Type.Object({
  services: Type.Record(Type.String(), Container),
  secrets: Type.Record(Type.String(), Type.Object({ file: Type.String() })),
  networks: Type.Record(
    Type.String(),
    Type.Union([Type.Null(), Type.Object({ internal: Type.Optional(Type.Boolean()) })]),
  ),
  volumes: Type.Record(Type.String(), Type.Null()),
});

/** What a rehearsal reads of a compose file. */
export type Compose = Static<typeof Compose>;
export type Container = Static<typeof Container>;

/**
 * The document of a compose file with its variables filled in and its anchors resolved.
 * @param given the variables, as `.env` or the shell would give them
 */
export async function readDocument(file: string, given: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const document: unknown = parse(await readFile(file, 'utf8'), { merge: true });
  const fill = (node: unknown): unknown => {
    if (typeof node === 'string') return fillText(node, given);
    if (Array.isArray(node)) return node.map(fill);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, fill(value)]));
  };
  return fill(document);
}

/** @throws Error at another form of a variable than `${NAME:-otherwise}` */
const fillText = (text: string, given: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$(?:\{(\w+):-([^}]*)\})?/g, (_whole, name: string | undefined, otherwise: string) => {
    if (name === undefined) throw new Error(`Not known to the rehearsal: ${text}`);
    return given[name] || otherwise;
  });

/** @throws Error where the file has not the shape that ours has */
export async function readCompose(file: string, given: Readonly<Record<string, string>> = {}): Promise<Compose> {
  const document = await readDocument(file, given);
  if (Value.Check(Compose, document)) return document;
  const [error] = Value.Errors(Compose, document);
  throw new Error(`${file}${error ? `: ${error.instancePath} ${error.message}` : ''}`);
}
