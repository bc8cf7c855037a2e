import { Link, useLocation } from 'wouter';
import './parts.css';

export type Tab = { readonly path: string; readonly label: string };

/** The pages that belong together, one beside the other; a page below one of them is of that one. */
export function Parts({ label, parts }: { label: string; parts: readonly Tab[] }) {
  const [at] = useLocation();
  const around = parts.map(({ path }) => path).filter((path) => at === path || at.startsWith(`${path}/`));
  const here = around.reduce((longest, path) => (path.length > longest.length ? path : longest), '');
  return (
    <nav aria-label={label} className="row parts no-print">
      {parts.map(({ path, label: name }) => (
        <Link
          key={path}
          ref={path === here ? intoView : null}
          href={path}
          className="button plain"
          aria-current={path === here ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

const intoView = (link: HTMLElement | null): void => link?.scrollIntoView({ block: 'nearest', inline: 'center' });
