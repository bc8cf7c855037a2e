import { isService, SERVICES, type ServiceName } from '@ayni/contracts';
import type { SystemBooks } from '@ayni/testing-systems/system-books';

/** What the logs and inboxes of a quiet system come to. */
export type Flow = {
  /** How many events each service wrote. */
  readonly written: Readonly<Record<string, number>>;
  /** How many of them each service applied. */
  readonly applied: Readonly<Record<string, number>>;
  /** What is not as it was promised, in a sentence each. */
  readonly flaws: readonly string[];
};

/**
 * Holds every log against every inbox that reads it: each event of a type that a service listens to was applied there
 * once, nothing else was, and each aggregate's events arrived in their order.
 */
export async function inspectFlow(books: SystemBooks): Promise<Flow> {
  const flaws: string[] = [];
  const logs = new Map<ServiceName, { id: string; type: string }[]>();
  for (const service of SERVICES) {
    logs.set(service, await books.rows(service, 'SELECT event_id::text AS id, type FROM outbox'));
    flaws.push(...(await flawsOfLog(books, service)));
  }
  const applied: Record<string, number> = {};
  for (const service of SERVICES) {
    const inbox = await books.rows<{ id: string; type: string; source: string; state: string }>(
      service,
      'SELECT event_id::text AS id, type, source, state FROM inbox',
    );
    applied[service] = inbox.filter(({ state }) => state === 'applied').length;
    const others = inbox.length - applied[service];
    if (others > 0) flaws.push(`${service} holds ${others} events that it did not apply`);
    const types = new Set(inbox.map(({ type }) => type));
    for (const source of new Set(inbox.map((event) => event.source))) {
      const log = isService(source) ? logs.get(source) : undefined;
      if (log === undefined) throw new Error(`${source} is no service`);
      const due = log.filter(({ type }) => types.has(type)).map(({ id }) => id);
      const had = inbox.filter((event) => event.source === source).map(({ id }) => id);
      flaws.push(...differences(due, had).map((what) => `${service}, events of ${source}: ${what}`));
    }
    flaws.push(...(await flawsOfOrder(books, service)));
  }
  return { written: Object.fromEntries([...logs].map(([service, log]) => [service, log.length])), applied, flaws };
}

async function flawsOfLog(books: SystemBooks, service: ServiceName): Promise<string[]> {
  const gaps = await books.rows<{ what: string }>(
    service,
    `SELECT 'the sequence of ' || aggregate AS what FROM outbox GROUP BY coop_id, aggregate
       HAVING max(seq) <> count(*) OR count(DISTINCT seq) <> count(*)
     UNION ALL SELECT 'the positions' FROM outbox HAVING max(position) <> count(*)
     UNION ALL SELECT 'the events' FROM outbox HAVING count(DISTINCT event_id) <> count(*)`,
  );
  return gaps.map(({ what }) => `the log of ${service} has gaps or repeats in ${what}`);
}

async function flawsOfOrder(books: SystemBooks, service: ServiceName): Promise<string[]> {
  const late = await books.rows<{ event: string }>(
    service,
    `SELECT aggregate || '#' || seq AS event FROM (
       SELECT aggregate, seq, arrived_at, max(arrived_at) OVER (
         PARTITION BY consumer, coop_id, source, aggregate ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
       ) AS before FROM inbox
     ) AS arrivals WHERE arrived_at < before`,
  );
  return late.map(({ event }) => `${service} had ${event} before what comes before it`);
}

/** How two lists differ that should hold the same, each once. */
function differences(due: readonly string[], had: readonly string[]): string[] {
  const [hadOnce, dueOnce] = [new Set(had), new Set(due)];
  const missing = due.filter((id) => !hadOnce.has(id)).length;
  const surplus = had.filter((id) => !dueOnce.has(id)).length;
  const doubled = had.length - hadOnce.size;
  return Object.entries({ missing, surplus, doubled }).flatMap(([what, count]) =>
    count > 0 ? [`${count} ${what}`] : [],
  );
}
