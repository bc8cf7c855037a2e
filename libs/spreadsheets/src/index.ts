export { headsOf, matchColumns, type Column, type Matching } from './column.js';
export { plain } from './plain.js';
export { type Style } from './read-cell.js';
export { readRows, type BroughtRow, type BroughtRows } from './read-rows.js';
export { readSpreadsheet, refuseTooLarge } from './read-spreadsheet.js';
export { rowCodes } from './row-code.js';
export { ENCODINGS, type Cell, type Encoding, type Row, type Sheet, type Spreadsheet } from './sheet.js';
export { tableOf } from './text-table.js';
