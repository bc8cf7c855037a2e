import { Papers } from '../../design/papers.js';
import { say } from '../../words/say.js';

/** What is printed of a run, to be handed out and signed. */
export function RunPapers({ run }: { run: string }) {
  const sent = { path: { id: run } };
  return (
    <section className="stack small no-print">
      <h2>{say('papers.title')}</h2>
      <p className="soft">{say('papers.intro')}</p>
      <h3>{say('papers.statements')}</h3>
      <Papers route="GET /api/profit-sharing/v1/runs/{id}/papers/households" sent={sent} formats={['pdf', 'roll']} />
    </section>
  );
}
