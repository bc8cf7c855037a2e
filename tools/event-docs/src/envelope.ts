import type { CloudEvent } from '@ayni/contracts';

/** What each field of the envelope says: a field of {@link CloudEvent} without a description does not compile. */
export const envelope: Readonly<Record<keyof CloudEvent, string>> = {
  specversion: 'The version of CloudEvents: always `1.0`.',
  id: 'The event itself, the same wherever and however often you meet it: a UUID. Keep it with your effect, and no repetition harms you.',
  type: 'What happened, and in which version: `ayni.<service>.<fact>.v<n>`.',
  source: 'Which service of which co-op wrote it: `/coops/<coopid>/<service>`.',
  subject: 'The same as `aggregate`, for programs that know CloudEvents but not us.',
  time: 'When it was written down: UTC, RFC 3339. When it happened in the field or at the market is told by `data`.',
  datacontenttype: 'What `data` is: always `application/json`.',
  dataschema:
    'Names the JSON Schema of `data`. The running system serves it under the path that stands behind `ayni:`.',
  coopid: "Whose it is: the co-op's UUID. Its code and name are told once by `ayni.members.coop-registered.v1`.",
  commandid:
    'The command that caused it: a UUID. All events of one command carry it, in whichever service they were written.',
  aggregate: 'The thing that it is about, such as `sale/R000001`; unique within `coopid` and service.',
  aggregateseq:
    'Its place among the events of that aggregate: 1, 2, 3 … without gaps. With it you see what you missed.',
  traceparent:
    'W3C Trace Context, the CloudEvents extension for distributed tracing; only where the operator switched tracing on.',
  data: 'What the page of the type tells.',
};
