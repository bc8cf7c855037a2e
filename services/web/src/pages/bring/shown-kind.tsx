import type { ReactNode } from 'react';
import type { ActRoute } from '../../api/route.js';
import { BringRows } from './bring-rows.js';
import type { BroughtKind } from './kind.js';

/** What can be brought, whichever route takes it, with the page that brings it. */
export type AnyKind = Pick<BroughtKind<ActRoute>, 'id' | 'label' | 'roles'> & {
  readonly shown: () => ReactNode;
};

export const kindOf = <R extends ActRoute>(kind: () => BroughtKind<R>): (() => AnyKind) => {
  return () => {
    const made = kind();
    return { id: made.id, label: made.label, roles: made.roles, shown: () => <BringRows key={made.id} kind={made} /> };
  };
};
