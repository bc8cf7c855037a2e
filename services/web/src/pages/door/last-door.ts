const KEPT = 'ayni-door';

type Door = { readonly coop: string; readonly user: string };

/** By which co-op and name somebody came in last on this device; empty where nobody did. */
export function lastDoor(): Door {
  try {
    const [coop = '', user = ''] = (localStorage.getItem(KEPT) ?? '').split('\n');
    return { coop, user };
  } catch {
    return { coop: '', user: '' };
  }
}

export function rememberDoor({ coop, user }: Door): void {
  try {
    localStorage.setItem(KEPT, `${coop}\n${user}`);
  } catch {
    // she types it again the next time
  }
}
