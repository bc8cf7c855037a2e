import { createRequire } from 'node:module';
import { fieldOf } from '@ayni/kernel';

const require = createRequire(import.meta.url);

/** How the records of a batch may be compressed besides gzip, which kafkajs reads by itself: by Kafka's numbers. */
export const COMPRESSIONS: Readonly<Record<string, Compression>> = {
  2: { name: 'Snappy', read: (bytes) => blocksOf(bytes).then((blocks) => Buffer.concat(blocks)) },
  3: { name: 'LZ4', read: (bytes) => decoded('lz4-napi', 'decompressFrame', bytes) },
  4: { name: 'zstd', read: (bytes) => decoded('fzstd', 'decompress', bytes) },
};

export type Compression = {
  readonly name: string;
  /** @throws where the bytes are not of it, or the machine has no decoder: those are built for common machines only */
  readonly read: (bytes: Buffer) => Promise<Buffer>;
};

/** Decoders are loaded when a batch first needs them; most systems never do. */
async function decoded(library: string, method: string, bytes: Buffer): Promise<Buffer> {
  const loaded: unknown = require(library);
  const decode = fieldOf(loaded, method);
  if (typeof decode !== 'function') throw new Error(`${library} has no ${method}`);
  const read: unknown = await Reflect.apply(decode, undefined, [bytes]);
  if (!(read instanceof Uint8Array)) throw new Error(`${library} did not answer bytes`);
  return Buffer.from(read.buffer, read.byteOffset, read.byteLength);
}

/** Java writes Snappy in blocks behind a header of its own; others write one block and nothing else. */
const JAVA_HEADER = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0]);
const JAVA_VERSIONS_BYTES = 8;
const LENGTH_BYTES = 4;

async function blocksOf(bytes: Buffer): Promise<Buffer[]> {
  if (!bytes.subarray(0, JAVA_HEADER.length).equals(JAVA_HEADER)) return [await decoded('snappy', 'uncompress', bytes)];
  const blocks: Buffer[] = [];
  for (let at = JAVA_HEADER.length + JAVA_VERSIONS_BYTES; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    at += LENGTH_BYTES;
    blocks.push(await decoded('snappy', 'uncompress', bytes.subarray(at, at + length)));
    at += length;
  }
  return blocks;
}
