const PREFIX = 'ayni-draft-';

/** What stands in a field of a form, by the field's name. */
export type Draft = readonly (readonly [name: string, value: string])[];

/** Keeps what was typed into a form, for as long as this tab is open. */
export function keepDraft(form: string, draft: Draft): void {
  try {
    sessionStorage.setItem(`${PREFIX}${form}`, JSON.stringify(draft));
  } catch {
    // a browser that keeps nothing loses a draft at a reload, as it says it does
  }
}

/** What was typed into a form before the page was loaded again. */
export function readDraft(form: string): Map<string, string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(`${PREFIX}${form}`) ?? '[]');
    return new Map(
      (Array.isArray(kept) ? kept : []).flatMap((pair: unknown) => {
        const [name, value]: unknown[] = Array.isArray(pair) ? pair : [];
        return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

export const forgetDraft = (form: string): void => forget((name) => name === `${PREFIX}${form}`);

/** Forgets what anybody typed: who comes next in this tab has not typed it. */
export const forgetDrafts = (): void => forget((name) => name.startsWith(PREFIX));

function forget(isMeant: (name: string) => boolean): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (isMeant(name)) sessionStorage.removeItem(name);
  } catch {
    // nothing was kept either
  }
}
