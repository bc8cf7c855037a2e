import { readFile } from 'node:fs/promises';
import { SERVICES } from '@ayni/contracts';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Type, type Static } from 'typebox';
import { KEY_FILES } from '../key-files.js';

/** The file that stands last in a backup and says what all the others are. */
export const MANIFEST = 'manifest.json';

/** Counts what a reader must know; a reader takes its own and all before it. */
const FORMAT = 1;

const ArchivePart = Type.Object({ name: Type.String(), bytes: Type.Integer({ minimum: 0 }), sha256: Type.String() });

const TableInside = Type.Object({
  name: Type.String(),
  columns: Type.Array(Type.String()),
  rows: Type.Integer({ minimum: 0 }),
  /** The rows in PostgreSQL's text form of COPY, cut into pieces anywhere. */
  parts: Type.Array(ArchivePart),
});

/** Nothing but a key is ever written to a folder by its name. */
const KeyInside = Type.Object({ ...ArchivePart.properties, name: Type.Enum([...KEY_FILES]) });

const ServiceInside = Type.Object({
  name: Type.Enum([...SERVICES]),
  /** The names of the migrations that its database had seen. */
  migrations: Type.Array(Type.String()),
  tables: Type.Array(TableInside),
});

const ManifestInside = Type.Object({
  product: Type.Literal('ayni'),
  format: Type.Literal(FORMAT),
  /** The version of the product that wrote it. */
  version: Type.String(),
  /** The instant as of which everything in it is. */
  takenAt: Type.String(),
  form: Type.Enum(['laptop', 'cluster']),
  services: Type.Array(ServiceInside),
  /** Files of the data folder, by their paths in it. */
  keys: Type.Array(KeyInside),
});

const AnyFormat = Type.Object({ product: Type.Literal('ayni'), format: Type.Integer(), version: Type.String() });

/** A stretch of a table, or a file, as an entry of the archive. */
export type ArchivePart = Static<typeof ArchivePart>;
export type TableInside = Static<typeof TableInside>;
export type ServiceInside = Static<typeof ServiceInside>;
export type Manifest = Static<typeof ManifestInside>;

const ajv = new Ajv2020({ strict: false, validateSchema: false });
const isManifest = ajv.compile<Manifest>(ManifestInside);
const isOfAnyFormat = ajv.compile<Static<typeof AnyFormat>>(AnyFormat);

/** Reads a manifest; one of a later format gives only the version that wrote it, and anything else nothing. */
export function readManifest(text: string): Manifest | { readonly newer: string } | undefined {
  const value = jsonOf(text);
  if (isManifest(value)) return value;
  return isOfAnyFormat(value) && value.format > FORMAT ? { newer: value.version } : undefined;
}

/** The head of a manifest that this version writes. */
export const manifestHead = async (): Promise<Pick<Manifest, 'product' | 'format' | 'version'>> => ({
  product: 'ayni',
  format: FORMAT,
  version: await productVersion(),
});

/** The version of the product that runs. */
export async function productVersion(): Promise<string> {
  const file = new URL('../../package.json', import.meta.url);
  return String(fieldOf(jsonOf(await readFile(file, 'utf8')), 'version') ?? '');
}

/** How many rows a backup holds. */
export const rowsIn = ({ services }: Pick<Manifest, 'services'>): number =>
  services.flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows, 0);

/** The entries of a backup in their order, the manifest apart. */
export const partsOf = ({ services, keys }: Manifest): ArchivePart[] => [
  ...services.flatMap(({ tables }) => tables.flatMap(({ parts }) => parts)),
  ...keys,
];
