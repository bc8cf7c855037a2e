import { Papers } from '../../design/papers.js';
import { say } from '../../words/say.js';

/** What is printed of a run, to be handed out and signed. */
export function RunPapers({ run }: { run: string }) {
  const sent = { path: { id: run } };
  return (
    <section className="stack small no-print">
      <h2>{say('shares.papers')}</h2>
      <p className="soft">{say('shares.papersText')}</p>
      <h3>{say('shares.statements')}</h3>
      <Papers route="GET /api/profit-sharing/v1/runs/{id}/papers/households" sent={sent} formats={['pdf', 'roll']} />
      <h3>{say('shares.assemblyPack')}</h3>
      <Papers route="GET /api/profit-sharing/v1/runs/{id}/papers/assembly" sent={sent} formats={['pdf', 'xlsx']} />
      <h3>{say('shares.signatureSheet')}</h3>
      <Papers route="GET /api/profit-sharing/v1/runs/{id}/papers/signatures" sent={sent} formats={['pdf']} />
    </section>
  );
}
