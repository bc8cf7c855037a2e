/**
 * Makes one page for Prometheus of several: each metric is declared once, with the samples of all of them behind it.
 * Who a sample is of is told by its labels, which the pages have put there already.
 */
export function mergeMetrics(pages: readonly string[]): string {
  const metrics = new Map<string, { head: string[]; samples: string[] }>();
  for (const page of pages) {
    let current: { head: string[]; samples: string[] } | undefined;
    let isKnown = false;
    for (const line of page.split('\n')) {
      const name = /^# (?:HELP|TYPE) (\S+)/.exec(line)?.[1];
      if (name !== undefined) {
        if (line.startsWith('# HELP')) isKnown = metrics.has(name);
        current = metrics.get(name) ?? { head: [], samples: [] };
        metrics.set(name, current);
        if (!isKnown) current.head.push(line);
      } else if (line !== '' && !line.startsWith('#')) current?.samples.push(line);
    }
  }
  return [...metrics.values()].map(({ head, samples }) => [...head, ...samples, ''].join('\n')).join('\n');
}
