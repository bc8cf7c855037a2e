/** What a name to sign in by, or a co-op's code, may be: letters and digits, and `-_.` between them, 1 to 64. */
const SIGNS = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}._-]{0,62}[\p{L}\p{N}\p{M}])?$/u;

const SCRIPTS = [
  ...[/^\p{Script=Latin}+$/u, /^\p{Script=Cyrillic}+$/u, /^\p{Script=Greek}+$/u, /^\p{Script=Arabic}+$/u],
  ...[/^\p{Script=Hebrew}+$/u, /^\p{Script=Devanagari}+$/u, /^\p{Script=Han}+$/u, /^\p{Script=Hangul}+$/u],
  ...[/^\p{Script=Ethiopic}+$/u, /^\p{Script=Armenian}+$/u, /^\p{Script=Georgian}+$/u, /^\p{Script=Thai}+$/u],
];

/** Whether nobody can take it for another because of its signs: all its letters are of one script. */
export function isPlainName(name: string): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  return (
    SIGNS.test(name) && name === name.normalize('NFC') && (letters === '' || SCRIPTS.some((one) => one.test(letters)))
  );
}

/** Small letters of other scripts that look like those of ours. */
const LOOKS: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', з: '3', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p' },
  ...{ с: 'c', ѕ: 's', т: 't', у: 'y', х: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', ь: 'b' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y', ω: 'w' },
  ...{ օ: 'o', ս: 'u', հ: 'h', ո: 'n', ց: 'g', ռ: 'n' },
};

/** What a name looks like: two names of one look are taken for each other. */
export const lookOf = (name: string): string =>
  [...name.normalize('NFKC').toLowerCase()].map((sign) => LOOKS[sign] ?? sign).join('');
