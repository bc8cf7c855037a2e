import type { Request } from 'express';

/** Where papers of a co-op are checked: the page where a code is typed, and that of one code. */
export type CheckAddress = { readonly page: string; readonly of: (code: string) => string };

/** By the address by which Ayni was asked for the paper: whoever reads it comes in by the same. */
export function checkAddress({ protocol, headers }: Request, coop: string): CheckAddress {
  const page = `${headers.host ?? ''}/comprobar`;
  return { page, of: (code) => `${protocol}://${page}/${encodeURIComponent(coop)}/${code}` };
}
