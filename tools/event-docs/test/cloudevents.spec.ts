import { describe, expect, test } from '@jest/globals';
import { CloudEvent as TheirEvent, HTTP, Kafka } from 'cloudevents';
import { one, publicTypes, recordOf, saidBy, sample } from './golden-records.js';

describe("our records in others' hands", () => {
  test.each(publicTypes)('%s travels exactly as its page shows it', (type) => {
    expect(JSON.parse(recordOf(sample(type)).value)).toEqual(sample(type));
  });

  test.each(publicTypes)('the CloudEvents SDK reads %s from Kafka, with all that it says', (type) => {
    const { key, value, headers } = recordOf(sample(type));
    const record = { key, value, body: value, headers };
    const theirs = one(Kafka.toEvent(record));
    expect(theirs).toMatchObject(saidBy(sample(type)));
    expect(theirs.time).toBe(sample(type).time);
  });

  test.each(publicTypes)('the CloudEvents SDK reads %s from the feed', (type) => {
    const headers = { 'content-type': 'application/cloudevents+json' };
    const theirs = one(HTTP.toEvent({ headers, body: recordOf(sample(type)).value }));
    expect(theirs).toMatchObject(saidBy(sample(type)));
  });

  test('with a trace context an event is valid too', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const event = JSON.parse(recordOf(sample('ayni.sales.sale-recorded.v1'), traceparent).value) as object;
    const theirs = new TheirEvent(event, true);
    expect(theirs['traceparent']).toBe(traceparent);
  });

  test('`dataschema` is a URI, as CloudEvents asks, and its path is where a system serves the schema', () => {
    const { dataschema } = sample('ayni.sales.sale-recorded.v1');
    expect(new URL(dataschema).pathname).toBe('/schemas/ayni.sales.sale-recorded.v1.json');
  });
});
