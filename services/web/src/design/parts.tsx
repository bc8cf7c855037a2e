import { Link, useLocation } from 'wouter';

export type Part = { readonly path: string; readonly label: string };

/** The pages that belong together, one beside the other. */
export function Parts({ label, parts }: { label: string; parts: readonly Part[] }) {
  const [at] = useLocation();
  return (
    <nav aria-label={label} className="row no-print">
      {parts.map(({ path, label: name }) => (
        <Link key={path} href={path} className="button plain" aria-current={at === path ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
