import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import kafkajs from 'kafkajs';
import { readCompressed, unreadable } from './kafka.codecs.js';

type Decoder = { readVarInt(): number };
type KafkaRecord = { readonly offset: string; readonly value: Buffer | null; readonly headers: unknown };
const require = createRequire(import.meta.url);
const KafkaDecoder = require('kafkajs/src/protocol/decoder') as new (bytes: Buffer) => Decoder;
const readRecord = require('kafkajs/src/protocol/recordBatch/record/v0/decoder') as (
  decoder: Decoder,
  batch: object,
) => KafkaRecord;

const BATCH = { firstOffset: '40', firstTimestamp: '0', magicByte: 2 };

readCompressed();

test.each([
  [2, 'Snappy'],
  [3, 'LZ4'],
  [4, 'zstd'],
  [5, 'a way that nobody knows'],
])('bytes that are no batch of compression %i are kept, and said to be in %s', async (type, name) => {
  const codec: unknown = Reflect.get(kafkajs.CompressionCodecs, type);
  const { decompress } = (codec as () => { decompress: (bytes: Buffer) => Promise<Buffer> })();
  const bytes = Buffer.from('no batch of it');
  const decoder = new KafkaDecoder(await decompress(bytes));
  const next = (): KafkaRecord => {
    decoder.readVarInt(); // how long the record is
    return readRecord(decoder, BATCH);
  };
  const [first, second] = [next(), next()];
  expect([first.offset, first.value]).toEqual(['40', bytes]);
  expect(unreadable(first.headers)?.en).toContain(name);
  expect([second.offset, second.value]).toEqual(['41', null]);
});
