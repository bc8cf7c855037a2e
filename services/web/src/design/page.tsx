import { useEffect, useRef, type ReactNode } from 'react';

/** A page: its heading, what can be done on it, and what it shows. Who comes to it by a link hears its heading first. */
export function Page({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Ayni`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="stack">
      <div className="row ends">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {acts === undefined ? null : <div className="row no-print">{acts}</div>}
      </div>
      {children}
    </div>
  );
}
