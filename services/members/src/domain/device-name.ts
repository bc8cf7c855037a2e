/** The first of each list that a browser names is what people call it: it also names those that it is like. */
const BROWSERS = [
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** What people call a browser and what it runs on, from what it says of itself (RFC 9110 §10.1.5); else its own words. */
export function deviceName(userAgent: string): string {
  const first = (names: typeof BROWSERS | typeof SYSTEMS): string | undefined =>
    names.find(([sign]) => userAgent.includes(sign))?.[1];
  const known = [first(BROWSERS), first(SYSTEMS)].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(' · ') : userAgent.replace(/[^\x20-\x7e]/g, '').trim() || '–';
}
