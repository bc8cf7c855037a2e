import { createElement, type ReactElement, type SVGProps } from 'react';

type Drawing = { readonly node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[] };

/** An icon from its lines. It stands where the library's own maker stood, whose sizes, colours and contexts nobody here asks for. */
export default function iconOf({ node }: Drawing): (attributes: SVGProps<SVGSVGElement>) => ReactElement {
  return (attributes) => (
    <svg
      width={24}
      height={24}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...attributes}
    >
      {node.map(([tag, { key, ...lines }]) => createElement(tag, { key, ...lines }))}
    </svg>
  );
}
