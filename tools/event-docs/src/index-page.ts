import { events, SERVICES, topicOf } from '@ayni/contracts';
import { envelope } from './envelope.js';
import { linkTo } from './event-page.js';
import { reversalOf } from './relations.js';

const publicEvents = events.filter(({ audience }) => audience === 'public');
const internalEvents = events.filter(({ audience }) => audience === 'internal');
const topicsOf = (some: typeof events): string[] => [...new Set(some.map(topicOf))];

/** Which services write public events, and which. */
const byService = (): string =>
  SERVICES.map((service) => {
    const rows = publicEvents
      .filter((event) => event.service === service)
      .map((event) => {
        const reversal = reversalOf(event);
        return `| ${linkTo(event)} | \`${topicOf(event)}\` | ${event.sentWhen} | ${reversal ? linkTo(reversal) : ''} |`;
      });
    return `### ${service}\n\n| type | topic | sent when | reversed by |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
  }).join('\n\n');

/** The index of all events, as Markdown. */
export const indexPage = (): string => `# Events

What happens in a co-op, for programs that follow it. How to begin is told in [For integrators](../integrators.md).

These pages are generated from the contracts (\`npm run events\`); a test fails where they are not up to date.

- [Public events](#public-events)
- [Topics and keys](#topics-and-keys)
- [Who may read what](#who-may-read-what)
- [The envelope](#the-envelope)
- [Headers](#headers)
- [Order and delivery](#order-and-delivery)
- [Versions](#versions)
- [Internal events](#internal-events)

## Public events

${byService()}

## Topics and keys

An event goes to the topic \`ayni.<service>.<aggregates>\`. Its key is \`<coopid>:<aggregate>\`, so that all events of one aggregate
lie in one partition, in order. The number of a topic's partitions never changes. Events stay: nothing is deleted after a time,
and whoever reads from the beginning gets all. An operator may have put a prefix before all topics; he tells you.

${topicsOf(publicEvents)
  .map((topic) => `- \`${topic}\``)
  .join('\n')}

## Who may read what

- **public**: codes, ids, quantities and amounts, and names of things; nothing that names a person. These are what the feed
  (\`GET /api/<service>/v1/events\`) and the topics above hold.
- **internal**: names of people, their work, their produce. They lie in topics of their own, all ending in \`.internal\`, that only the
  services may read. An integrator has no access to them.

A public topic holds the events of **all co-ops of the system**: Kafka's access lists know topics, not co-ops. Who may see one co-op only reads
the feed, which shows no other.

An operator gives a user access to all public topics with (\`--topic\` names each: a prefix would take in internal ones)

\`\`\`sh
kafka-acls.sh --bootstrap-server HOST:PORT --command-config admin.properties --add --allow-principal User:NAME \\
  --operation Read --operation Describe \\
${topicsOf(publicEvents)
  .map((topic) => `  --topic ${topic}`)
  .join(' \\\n')}
\`\`\`

## The envelope

An event is a [CloudEvent 1.0](https://cloudevents.io) in structured mode: the record's value is one JSON object, in UTF-8.

| field | says |
| --- | --- |
${Object.entries(envelope)
  .map(([name, says]) => `| \`${name}\` | ${says} |`)
  .join('\n')}

\`coopid\`, \`commandid\`, \`aggregate\` and \`aggregateseq\` are extensions, as CloudEvents allows them.

## Headers

| header | says |
| --- | --- |
| \`content-type\` | \`application/cloudevents+json\`: the value is a CloudEvent in structured mode |
| \`position\` | a whole number as text: the event's place in its service's log, the same by which the feed counts |

## Order and delivery

- **At least once.** Every event that was written gets to its topic. After a crash some come again, exactly as they were. Know them by \`id\`.
- **In order per aggregate.** What is about the same thing comes in the order in which it happened: \`aggregateseq\` counts it, from 1, without
  gaps. A repetition may come after later ones: its \`id\` tells.
- **No order between aggregates**, between topics or between services. \`stock-issued\` of a receipt may reach you before its \`sale-recorded\`.
- **Nothing that was not written.** An event and what it tells are committed together: what was rolled back was never sent.
- **Not at once.** Mostly within a second. Nothing is promised while the broker or a service is down; it comes when they are back.
- **Nothing is edited.** A mistake is taken back by a \`…-reversed\` event that carries the same data, and entered anew.

If a broker loses its data, the services' logs still have all, and send it again. Offsets begin anew then, \`id\` and \`position\` stay.

## Versions

- A released type never changes its meaning, and no field of it goes away or changes its type.
- **New optional fields may come** in the same version. Ignore what you do not know.
- Anything else is a new type beside the old one (\`….v2\`). Both are sent until nobody reads the old one; an effect that you take from one
  must not be taken from the other as well.
- New types may come into a topic. Pass over types that you do not know.

## Internal events

They exist, and integrators have no access to them.

| type | topic |
| --- | --- |
${internalEvents.map((event) => `| \`${event.type}\` | \`${topicOf(event)}\` |`).join('\n')}
`;
