const BLOCK = /(<!-- file: (\S+) -->\n\n)(```\w*\n)([\s\S]*?)\n```(?=\n)/g;

/**
 * A page in which each code block after `<!-- file: PATH -->` shows that file.
 * @param read the text of a file of the project
 */
export const withFilesShown = (page: string, read: (path: string) => string): string =>
  page.replace(
    BLOCK,
    (_, mark: string, path: string, fence: string) => `${mark}${fence}${read(path).trimEnd()}\n\`\`\``,
  );

/** The files that a page shows whole. */
export const filesShown = (page: string): { readonly path: string; readonly text: string }[] =>
  [...page.matchAll(BLOCK)].map(([, , path = '', , text = '']) => ({ path, text: `${text}\n` }));
