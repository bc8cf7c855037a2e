import { fieldOf, type Translated } from '@ayni/kernel';
import kafkajs from 'kafkajs';
import { COMPRESSIONS } from './kafka.compression.js';

const HEADER = 'ayni-unreadable';
/** Kafka's numbers of compressions that there may be, but for gzip, which kafkajs reads by itself. */
const NUMBERS = ['2', '3', '4', '5', '6', '7'];
/** A batch of the largest size that a broker takes holds no more. */
const RECORDS_MAX = 200_000;

/** What is said of a record that stands for one which cannot be read; undefined for any other. */
export function unreadable(headers: unknown): Translated | undefined {
  const found = fieldOf(headers, HEADER);
  if (!Buffer.isBuffer(found)) return undefined;
  const name = COMPRESSIONS[found.toString()]?.name;
  return {
    es: `el registro está comprimido ${name === undefined ? 'de un modo que nadie conoce' : `en ${name}`}, y no se pudo leer`,
    en: `the record is compressed in ${name ?? 'a way that nobody knows'}, and could not be read`,
  };
}

/**
 * Reads batches in every compression that brokers and clients use. Records that cannot be read come as what they are: with
 * their offset, and as bytes that are kept. kafkajs would fail on such a batch, and fetch it again for ever.
 */
export function readCompressed(): void {
  for (const type of NUMBERS)
    Object.assign(kafkajs.CompressionCodecs, {
      [type]: () => ({
        compress: () => Promise.reject(new Error('Nothing is compressed here')),
        decompress: (bytes: Buffer) =>
          COMPRESSIONS[type]?.read(bytes).catch(() => standIns(bytes, type)) ?? Promise.resolve(standIns(bytes, type)),
      }),
    });
}

const rests = new Map<string, Buffer>();

/** Records in place of those in a batch that cannot be read, one for each of its offsets; the first has the bytes. */
function standIns(bytes: Buffer, type: string): Buffer {
  const rest =
    rests.get(type) ??
    Buffer.concat(Array.from({ length: RECORDS_MAX }, (_, before) => record(before + 1, null, type)));
  rests.set(type, rest);
  return Buffer.concat([record(0, bytes, type), rest]);
}

/** A record as a batch has it (Kafka's message format 2). */
function record(delta: number, value: Buffer | null, type: string): Buffer {
  const body = [
    Buffer.of(0),
    varint(0),
    varint(delta),
    varint(-1),
    ...(value === null ? [varint(-1)] : [varint(value.length), value]),
    varint(1),
    ...[HEADER, type].flatMap((text) => [varint(Buffer.byteLength(text)), Buffer.from(text)]),
  ];
  const length = body.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([varint(length), ...body]);
}

/** A zigzag number of as many bytes as it needs. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Buffer.from(bytes);
}
