import { Papers } from '../../design/papers.js';

/** Her statement as papers: to print on a sheet, on the roll of a stall, to send on. */
export default function MyPapers({ run, member }: { run: string; member: string }) {
  return (
    <Papers
      route="GET /api/profit-sharing/v1/runs/{id}/papers/members/{number}"
      sent={{ path: { id: run, number: member } }}
      formats={['pdf', 'roll', 'text']}
    />
  );
}
