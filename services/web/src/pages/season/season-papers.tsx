import { Papers } from '../../design/papers.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';

/** What is printed of a season, for whoever supervises co-ops. */
export function SeasonPapers({ season }: { season: string }) {
  if (!holds(useWho(), 'manager', 'treasurer', 'president')) return null;
  return (
    <section className="stack small no-print">
      <h2>{say('season.annual')}</h2>
      <p className="soft">{say('season.annualText')}</p>
      <Papers
        route="GET /api/profit-sharing/v1/seasons/{code}/papers/annual"
        sent={{ path: { code: season } }}
        formats={['pdf', 'xlsx']}
      />
    </section>
  );
}
