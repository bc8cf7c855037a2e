import { inWords, type Language } from '@ayni/kernel';
import { writeWorkbook, type Cell, type WorkbookSheet } from '@ayni/http/tables/workbook';
import type { Pack } from '../../domain/pack.js';
import { PACK_WORDS } from './pack-words.js';

/** The same as a workbook: the figures on one sheet, the families on another. */
export function assemblyWorkbook(pack: Pack, language: Language): Promise<Uint8Array> {
  const words = PACK_WORDS[language];
  const { households, totals } = pack;
  const figures: WorkbookSheet = {
    name: words.from,
    header: [words.from, words.sum, ''],
    rows: [
      ...pack.seasonLines.map(({ label, amount, working }): readonly Cell[] => [label, { amount }, working]),
      ...pack.bases.map(({ basis, percent, pool }): readonly Cell[] => [
        ...[inWords('basis', basis, language), { amount: pool }, `${percent} %`],
      ]),
      ['', '', pack.fingerprint],
    ],
  };
  const families: WorkbookSheet = {
    name: words.each,
    header: [words.family, '', words.share, words.retained, words.offset, words.paid, words.how],
    rows: [
      ...households.map(({ household, name, share, retained, offset, paid, pays }): readonly Cell[] => [
        ...[household, name ?? ''],
        ...[share, retained, offset, paid].map((amount) => ({ amount })),
        words.pays[pays],
      ]),
      [
        ...[words.total, ''],
        ...[totals.shares, totals.retained, totals.offset, totals.paid].map((amount) => ({ amount })),
        '',
      ],
    ],
  };
  return writeWorkbook([figures, families], pack.places);
}
