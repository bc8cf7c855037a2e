import { schemaPath, topicOf, type EventType } from '@ayni/contracts';
import { fieldsOf, holdsNumbersAsText } from './fields.js';
import { sampleOf } from './golden-sample.js';
import { reversalOf, reversedBy } from './relations.js';
import type { Page } from './field-descriptions.js';

/** The name of an event's page. */
export const fileOf = ({ type }: EventType): string => `${type}.md`;

export const linkTo = (event: EventType): string => `[\`${event.type}\`](${fileOf(event)})`;

const json = (value: unknown): string => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;

/** The page of one public event, as Markdown. */
export function eventPage({ event, descriptions, notes }: Page): string {
  const fields = fieldsOf(event.schema, descriptions);
  const sample = sampleOf(event);
  const promises = [
    '**At least once.** It may come again: know it by `id`.',
    `**In order within \`${sample.aggregate.split('/')[0]}\`.** Events of one \`aggregate\` come in the order of \`aggregateseq\`: 1, 2, 3 … without gaps, over all types of this topic. Between two aggregates there is no order.`,
    ...(holdsNumbersAsText(fields)
      ? ['**Amounts and quantities are text.** Read them with a decimal or an integer type, never as a float.']
      : []),
    reversalSentence(event),
    '**It stays.** It is never edited and never deleted. New optional fields may come; anything else would be a new version.',
  ];
  return `# ${event.type}

Sent when ${event.sentWhen}.

| | |
| --- | --- |
| Topic | \`${topicOf(event)}\` |
| Key | \`<coopid>:<aggregate>\`, here \`${sample.coopid}:${sample.aggregate}\` |
| Audience | ${event.audience} |
| Feed | \`GET /api/${event.service}/v1/events?types=${event.type}\` |
| JSON Schema | \`${schemaPath(event.type)}\` of the running system, and [below](#json-schema) |

## Data

| field | is | says |
| --- | --- | --- |
${fields.map(({ path, kind, always, says }) => `| \`${path}\` | ${kind}${always ? '' : '; may be missing'} | ${says} |`).join('\n')}

${notes.map((note) => `- ${note}`).join('\n')}

## What it promises

${promises.map((promise) => `- ${promise}`).join('\n')}

## A whole event

The envelope's fields are told in the [index](README.md#the-envelope).

${json(sample)}

## JSON Schema

${json(event.schema)}
`;
}

function reversalSentence(event: EventType): string {
  const reversal = reversalOf(event);
  if (reversal)
    return `**May be reversed** by ${linkTo(reversal)}: as if it had never been. Then take its effect back.`;
  const reversed = reversedBy(event);
  if (reversed)
    return `**Takes back** the ${linkTo(reversed)} of the same aggregate, and carries the same data. It comes after it, at most once.`;
  return '**No event reverses it.**';
}
