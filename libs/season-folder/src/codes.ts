/** The code of a season: the years of its name where it has them, or else its name. */
export const seasonCode = (name: string): string => /\d{4}(?:-\d{2,4})?/.exec(name)?.[0] ?? slug(name, 'season');

/** The code of a co-op from its name: what people write when they sign in. */
export const coopCode = (name: string): string => slug(name, 'coop');

function slug(text: string, otherwise: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40)
      .replace(/-$/, '') || otherwise
  );
}
