import { CircleAlert, CircleCheck, Clock } from 'lucide-react';
import type { ReactNode } from 'react';

type NoticeKind = 'done' | 'waiting' | 'refused';

const SIGNS = { done: CircleCheck, waiting: Clock, refused: CircleAlert } as const;

/** Something that a person has to know now; a sign, a colour and words say of which kind it is. */
export function Notice({ kind, title, children }: { kind: NoticeKind; title?: string; children?: ReactNode }) {
  const Sign = SIGNS[kind];
  return (
    <div className={`notice ${kind}`} role={kind === 'refused' ? 'alert' : 'status'}>
      <Sign aria-hidden="true" />
      <div className="stack small">
        {title === undefined ? null : <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** A word about the state of something, with its colour. */
export function Pill({ kind, children }: { kind: NoticeKind | 'plain'; children: ReactNode }) {
  return <span className={`pill ${kind}`}>{children}</span>;
}
