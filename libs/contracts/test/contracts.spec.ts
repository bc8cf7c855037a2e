import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { events, FACT_KINDS, FACTS, faultOf, findEventType, schemas, topicOf, type CloudEvent } from '../src/index.js';

const folder = new URL('../', import.meta.url);
const released: Record<string, string> = JSON.parse(readFileSync(new URL('released.json', folder), 'utf8'));

function sampleOf(type: string): CloudEvent {
  const [, service, fact, version] = type.split('.');
  return JSON.parse(readFileSync(new URL(`samples/${service}/${fact}.${version}.json`, folder), 'utf8'));
}

const hashOf = (type: string): string =>
  createHash('sha256')
    .update(JSON.stringify(schemas.get(type)))
    .digest('hex')
    .slice(0, 16);

describe('what crosses a border between services', () => {
  test.each(events.map(({ type }) => type))('%s has a golden sample that keeps its schema', (type) => {
    const declared = findEventType(type);
    const sample = sampleOf(type);
    expect(sample.type).toBe(type);
    expect(declared && faultOf(declared, sample.data)).toBeUndefined();
  });

  test('what is declared of each event is a JSON Schema', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const [type, schema] of schemas) expect([type, ajv.validateSchema(schema)]).toEqual([type, true]);
  });

  test.each(events.map(({ type }) => type))('%s stays as it was released', (type) => {
    expect({ type, hash: hashOf(type) }).toEqual({ type, hash: released[type] });
  });

  test('there is no sample of an event that is not declared', () => {
    const found = readdirSync(new URL('samples', folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    expect(found.length).toBe(events.length);
  });

  test('an event without a field that its schema needs is a fault, one with a field more is not', () => {
    const declared = findEventType('ayni.sales.sale-recorded.v1');
    const data = sampleOf('ayni.sales.sale-recorded.v1').data as object;
    expect(declared && faultOf(declared, { ...data, later: 'optional' })).toBeUndefined();
    expect(declared && faultOf(declared, { ...data, total: 12 })).toMatchObject({
      es: 'está mal data/total',
      en: expect.stringContaining('total'),
    });
    expect(declared && faultOf(declared, {})).toMatchObject({
      en: expect.stringContaining('receipt'),
      es: expect.stringContaining('data/receipt'),
    });
  });

  test('nothing public names a person', () => {
    const personal = /names|surname|heir|member|household|email|phone/i;
    for (const { type, audience, schema } of events)
      if (audience === 'public')
        expect({ type, schema: JSON.stringify(schema).match(personal) }).toEqual({ type, schema: null });
  });

  test('public and internal events never share a topic, and a type is declared once', () => {
    expect(new Set(events.map(({ type }) => type)).size).toBe(events.length);
    const audiences = new Map<string, Set<string>>();
    for (const event of events)
      audiences.set(topicOf(event), (audiences.get(topicOf(event)) ?? new Set()).add(event.audience));
    for (const found of audiences.values()) expect(found.size).toBe(1);
  });

  test('no service applies what it writes itself', () => {
    for (const kind of FACT_KINDS) expect(FACTS[kind].appliers as readonly string[]).not.toContain(FACTS[kind].writer);
  });
});
