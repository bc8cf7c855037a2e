import type { Language } from '@ayni/kernel';
import { writeWorkbook, type Cell, type WorkbookSheet } from '@ayni/http/tables/workbook';
import { MINUTES_WORDS } from '@ayni/paper/minutes-words';
import type { AnnualPack } from '../../domain/papers/annual-pack.js';
import { coversInWords } from './annual-sheet.js';
import { ANNUAL_WORDS } from './annual-words.js';

/** The same as a workbook: each book and register on a sheet of its own. */
export function annualWorkbook(pack: AnnualPack, language: Language): Promise<Uint8Array> {
  const words = ANNUAL_WORDS[language];
  const sheet = (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): WorkbookSheet => ({
    name,
    header,
    rows,
  });
  const chart = (name: string, rows: AnnualPack['income']): WorkbookSheet =>
    sheet(
      name,
      [words.code, words.account, words.amount],
      rows.map(({ code, label, amount }) => [code ?? '', label, { amount }]),
    );
  return writeWorkbook(
    [
      chart(words.income, pack.income),
      chart(words.balance(pack.to), pack.balance),
      sheet(
        words.funds,
        [words.fund, words.before, words.moved, words.after],
        pack.funds.map(({ label, before, moved, after }) => [
          ...[label, ...[before, moved, after].map((amount) => ({ amount }))],
        ]),
      ),
      sheet(
        words.appropriation,
        [words.to, words.amount],
        pack.appropriation.map(({ label, amount }) => [label, { amount }]),
      ),
      sheet(
        words.resolutions,
        [words.number, words.adopted, words.outcome, words.covers],
        pack.resolutions.map(({ number, adoptedOn, carried, covers }) => [
          ...[number, adoptedOn, carried ? words.carried : words.rejected, coversInWords(covers, language)],
        ]),
      ),
      sheet(
        words.members,
        [words.number, words.name, words.household, words.joined, words.left],
        pack.members.map((one) => [one.number, one.name, one.household, one.joinedOn, one.leftOn ?? '']),
      ),
      sheet(
        words.certificates,
        [words.number, words.holder, words.name, words.count, words.amount, words.paid, words.bought, words.withdrawn],
        pack.certificates.map(({ code, member, name, count, amount, paid, boughtOn, withdrawnOn }) => [
          ...[code, member, name ?? '', String(count), { amount }, { amount: paid }, boughtOn, withdrawnOn ?? ''],
        ]),
      ),
      sheet(
        words.assets,
        [words.number, words.name, words.cost, words.released, words.worth, words.bought, words.withdrawn],
        pack.assets.map(({ code, name, cost, released, left, boughtOn, disposedOn }) => [
          ...[code, name, { amount: cost }, { amount: released }, { amount: left }, boughtOn, disposedOn ?? ''],
        ]),
      ),
      ...(pack.oldSeasons.length === 0
        ? []
        : [
            sheet(
              words.oldSeasons,
              [words.season, words.bought, words.withdrawn, words.result, words.shared, words.stillOwed],
              pack.oldSeasons.map(({ code, from, to, result, shared, owed }) => [
                ...[code, from, to, result === null ? '' : { amount: result }, { amount: shared }, { amount: owed }],
              ]),
            ),
          ]),
      sheet(
        words.minutes,
        [words.assembly, words.number, words.item, words.outcome, words.votes, words.resolution],
        pack.minutes.flatMap(({ code, agenda }) =>
          agenda.map(({ number, subject, state, votesFor, votesAgainst, abstentions, resolution }) => [
            ...[code, String(number), subject, MINUTES_WORDS[language].state[state]],
            votesFor === null ? '' : `${votesFor} / ${votesAgainst ?? 0} / ${abstentions ?? 0}`,
            resolution ?? '',
          ]),
        ),
      ),
    ],
    pack.places,
  );
}
