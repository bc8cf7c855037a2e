import type { ReactNode } from 'react';
import type { ActRoute } from '../../api/route.js';
import { BringRows } from './bring-rows.js';
import type { BroughtKind } from './kind.js';

/** What can be brought, whichever route takes it, with the page that brings it. */
export type AnyKind = Pick<BroughtKind<ActRoute>, 'id' | 'label' | 'note' | 'roles'> & {
  readonly shown: () => ReactNode;
};

/** @param kind makes it for a co-op's zone, by whose clock the moments of its rows are */
export const kindOf = <R extends ActRoute>(
  kind: (timezone: string) => BroughtKind<R>,
): ((timezone: string) => AnyKind) => {
  return (timezone) => {
    const made = kind(timezone);
    const { id, label, note, roles } = made;
    return {
      id,
      label,
      ...(note === undefined ? {} : { note }),
      roles,
      shown: () => <BringRows key={id} kind={made} />,
    };
  };
};
