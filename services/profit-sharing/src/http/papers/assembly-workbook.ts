import { inWords, type Language } from '@ayni/kernel';
import { writeWorkbook, type Cell, type WorkbookSheet } from '@ayni/http/tables/workbook';
import type { OtherShares } from '../../domain/rules/other-rules.js';
import type { Pack } from '../../domain/papers/pack.js';
import { PACK_WORDS } from './pack-words.js';

/** The same as a workbook: the figures on one sheet, the families on another, and on a third what other rules would give each. */
export function assemblyWorkbook(pack: Pack, others: readonly OtherShares[], language: Language): Promise<Uint8Array> {
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
  const amount = (given: string | null): Cell => (given === null ? '' : { amount: given });
  const compared: WorkbookSheet = {
    name: words.others,
    header: [words.family, '', words.present, ...others.map(({ name }) => name)],
    rows: [
      ...households.map(({ household, name, share }, i): readonly Cell[] => [
        ...[household, name ?? '', { amount: share }],
        ...others.map(({ families: given }) => amount(given[i] ?? null)),
      ]),
      [words.pool, '', { amount: pack.pool }, ...others.map(({ pool }) => amount(pool))],
      [words.toFunds, '', { amount: pack.funds }, ...others.map(({ funds }) => amount(funds))],
    ],
  };
  return writeWorkbook([figures, families, compared], pack.places);
}
