import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { say } from '../words/say.js';

type ButtonProps = {
  /** The one act that the page is for, an act among others, one of consequence, or one that hardly shows. */
  readonly kind?: 'main' | 'plain' | 'grave' | 'bare';
  readonly wide?: boolean;
  readonly busy?: boolean;
  readonly children: ReactNode;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'>;

/** A button. While it is busy it says so and can still be reached, but does nothing. */
export function Button({
  kind = 'plain',
  wide = false,
  busy = false,
  type = 'button',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button fades ${kind}${wide ? ' wide' : ''}`}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? say('forms.sending') : children}
    </button>
  );
}
