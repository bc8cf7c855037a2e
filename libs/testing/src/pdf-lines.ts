import { getDocumentProxy } from 'unpdf';

/** What is written on the pages of a PDF: for each the lines from its top, each with the texts from its left; all blanks are alike. */
export async function pdfLines(pdf: Uint8Array): Promise<string[][][]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages: string[][][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const lines = new Map<number, { x: number; text: string }[]>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [Number(item.transform[4]), Math.round(Number(item.transform[5]))];
      lines.set(y, [...(lines.get(y) ?? []), { x, text: item.str }]);
    }
    const fromTop = [...lines].toSorted(([one], [other]) => other - one);
    pages.push(
      fromTop.map(([, texts]) => texts.toSorted((a, b) => a.x - b.x).map(({ text }) => text.replaceAll('\u00a0', ' '))),
    );
  }
  return pages;
}
