import type { ReactNode } from 'react';

/** A figure that opens: touched, it shows how it comes about. */
export function Opens({ label, figure, children }: { label: string; figure: string; children: ReactNode }) {
  return (
    <details className="opens">
      <summary>
        <span>{label}</span>
        <strong className="number">{figure}</strong>
      </summary>
      <div className="soft">{children}</div>
    </details>
  );
}
