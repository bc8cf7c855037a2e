import { useEffect, useRef, useState, type RefObject } from 'react';

/** What stands in the form around an element, whenever it becomes another. */
export function useTyped<Of extends HTMLElement>(): {
  readonly within: RefObject<Of | null>;
  readonly typed: FormData | undefined;
} {
  const within = useRef<Of>(null);
  const [typed, setTyped] = useState<FormData>();
  useEffect(() => {
    const form = within.current?.closest('form');
    if (!form) return undefined;
    const read = (): void => setTyped(new FormData(form));
    // a button of the form draws fields anew, and a field keeps what it understood, after the event
    const later = (): void => void requestAnimationFrame(read);
    read();
    form.addEventListener('input', later);
    form.addEventListener('click', later);
    return () => {
      form.removeEventListener('input', later);
      form.removeEventListener('click', later);
    };
  }, []);
  return { within, typed };
}
