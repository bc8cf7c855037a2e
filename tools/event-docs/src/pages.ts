import { events } from '@ayni/contracts';
import { format } from 'prettier';
import { eventPage, fileOf } from './event-page.js';
import { indexPage } from './index-page.js';
import { pages } from './field-descriptions.js';

/**
 * The whole of docs/events: file names and what stands in them.
 * @throws Error where a public event has no page, or an internal one has
 */
export async function allPages(): Promise<ReadonlyMap<string, string>> {
  const told = new Set(pages.map(({ event }) => event));
  for (const event of events)
    if ((event.audience === 'public') !== told.has(event))
      throw new Error(
        `${event.type} is ${event.audience}: src/field-descriptions.ts must ${told.has(event) ? 'not ' : ''}tell it`,
      );
  const drafts = new Map([
    ['README.md', indexPage()],
    ...pages.map((page) => [fileOf(page.event), eventPage(page)] as const),
  ]);
  const formatted = new Map<string, string>();
  for (const [file, draft] of drafts)
    formatted.set(file, await format(draft, { parser: 'markdown', printWidth: 120, singleQuote: true }));
  return formatted;
}
