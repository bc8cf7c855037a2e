/** What differs from one reader to the next. */
const OWN: readonly (readonly [shown: RegExp, came: string])[] = [
  [/01a2[0-9a-f-]*(?:…|(?=[^0-9a-f-]))/g, '[0-9a-f-]{36}'],
  [/\d{4}-\d\d-\d\dT[\d:.\\]+Z/g, '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'],
  [/…/g, '.*?'],
];

/**
 * What a page shows, as a pattern of what may come: ids, instants and what `…` stands for are anybody's own.
 * @param within whether more may come, before and after it
 */
export const patternOf = (shown: string, within: boolean): RegExp => {
  let pattern = plain(shown).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  for (const [own, came] of OWN) pattern = pattern.replace(own, () => came);
  pattern = pattern.replaceAll(/ ?\.\*\? ?/g, '.*?');
  return new RegExp(within ? pattern : `^${pattern}$`, 'u');
};

/** A text on one line, without the blanks that only lay it out. */
export const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([{[,:]) /g, '$1')
    .replaceAll(/ ([}\]])/g, '$1');
