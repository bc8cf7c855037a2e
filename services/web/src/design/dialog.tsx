import { useEffect, useRef, type ReactNode } from 'react';
import { say } from '../words/say.js';
import { Button } from './button.js';

/** A question or a small form over the page; Escape and its button leave it. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog ref={box} aria-label={title} onClose={onClose}>
      <div className="stack">
        <div className="row ends">
          <h2>{title}</h2>
          <Button kind="bare" onClick={() => box.current?.close()}>
            {say('forms.close')}
          </Button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
