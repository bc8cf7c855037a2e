/** The code after the last of some, such as `F25` after `F24`: what a form proposes, so that nobody has to think one up. */
export function nextCode(codes: readonly string[], first: string): string {
  const last = codes
    .filter((code) => /\d$/.test(code))
    .sort((one, other) => one.localeCompare(other, 'es', { numeric: true }))
    .at(-1);
  const [, start = '', digits = ''] = /^(.*?)(\d+)$/.exec(last ?? '') ?? [];
  if (last === undefined || digits.length > 15) return first;
  return `${start}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}
