import { useEffect, useRef, useState, type RefObject } from 'react';

/** What stands in the form around an element, whenever it becomes another: by typing, or by fields that come and go. */
export function useTyped<Of extends HTMLElement>(): {
  readonly within: RefObject<Of | null>;
  readonly typed: FormData | undefined;
} {
  const within = useRef<Of>(null);
  const [typed, setTyped] = useState<FormData>();
  useEffect(() => {
    const form = within.current?.closest('form');
    if (!form) return undefined;
    let last = '';
    const read = (): void => {
      const now = new FormData(form);
      const text = JSON.stringify([...now]);
      if (text === last) return;
      last = text;
      setTyped(now);
    };
    // a field keeps what it understood after the event
    const later = (): void => void requestAnimationFrame(read);
    const drawn = new MutationObserver(later);
    read();
    form.addEventListener('input', later);
    drawn.observe(form, { childList: true, subtree: true, attributes: true, attributeFilter: ['value'] });
    return () => {
      form.removeEventListener('input', later);
      drawn.disconnect();
    };
  }, []);
  return { within, typed };
}
