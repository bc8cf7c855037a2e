/** A text, or an amount of money as a decimal. */
export type Cell = string | { readonly amount: string };

/** One sheet of a workbook, all of it at once: of what is short by its nature. */
export type WorkbookSheet = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Several sheets as one workbook (ECMA-376). @param places how many those of its amounts are */
export async function writeWorkbook(sheets: readonly WorkbookSheet[], places: number): Promise<Uint8Array> {
  // its writer takes 13 MB: a laptop of which nobody wants a workbook goes without
  const { writeXlsx } = await import('hucre/xlsx');
  const { amountFormat, asNumber, asText, sheetName } = await import('./xlsx.js');
  return writeXlsx({
    sheets: sheets.map(({ name, header, rows }) => ({
      name: sheetName(name),
      columns: header.map((_, i) =>
        rows.some((row) => typeof row[i] === 'object') ? { width: 16, numFmt: amountFormat(places) } : { width: 32 },
      ),
      rows: [
        header.map(asText),
        ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asText(cell) : asNumber(cell.amount)))),
      ],
      freezePane: { rows: 1 },
    })),
  });
}
