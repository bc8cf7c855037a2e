import { KEPT_COOPS } from '@ayni/reference-data/coops/kept-coops';
import { KEPT_MEMBERS } from '@ayni/reference-data/register/kept-members';
import { KEPT_SEASONS } from '@ayni/reference-data/seasons/kept-seasons';
import { KEPT_USERS } from '@ayni/reference-data/users/kept-users';
import type { Rebuilt } from '@ayni/service-kit/definition';

/**
 * What profit-sharing keeps of others and posts for them. Expenses, grants, advances and runs, with their entries, are
 * its own commands' work; so are its seasons, which reports of books are of. When an entry was posted is another moment
 * in a rebuild. That a season moved from closing to closed followed from the reports, but when it was opened, and that
 * it began to close or to change, did not: its own row is given as it is now, and what was asked about it.
 */
export const rebuilt: Rebuilt = {
  given: [
    ...['own_rule_sets', 'rule_set_versions', 'rule_set_adoptions'],
    ...['fiscal_seasons', 'season_rules', 'season_questions'],
  ],
  kept: [
    KEPT_COOPS,
    KEPT_SEASONS,
    ...KEPT_USERS,
    KEPT_MEMBERS,
    { of: 'households', query: 'SELECT coop_id, code, name FROM households' },
    { of: 'resolutions', query: 'SELECT coop_id, number, adopted_on, carried FROM resolutions' },
    {
      // when one was used is a command's own work
      of: 'resolution_covers',
      query: 'SELECT coop_id, resolution, kind, season, fingerprint FROM resolution_covers',
    },
    { of: 'assembly_minutes', query: 'SELECT coop_id, code, day, minutes::jsonb AS minutes FROM assembly_minutes' },
    { of: 'work_records', query: 'SELECT coop_id, code, day, member, minutes FROM work_records' },
    { of: 'care_totals', query: 'SELECT coop_id, member, day, minutes FROM care_totals' },
    {
      of: 'deliveries',
      query: 'SELECT coop_id, code, day, member, product, stock_unit, stock_quantity, amount FROM deliveries',
    },
    {
      of: 'reversals',
      query: `SELECT coop_id, kind, code, reason, reversed_by FROM reversals WHERE kind IN ('delivery', 'work')`,
    },
    {
      of: 'ledger_entries',
      query: `SELECT coop_id, source, code, posting, day, amount, items
        FROM ledger_entries WHERE source IN ('sale', 'delivery')`,
    },
    {
      of: 'ledger_lines',
      query: `SELECT coop_id, source, code, posting, line, account, party, debit, credit
        FROM ledger_lines WHERE source IN ('sale', 'delivery')`,
    },
    {
      of: 'ledger_totals',
      query: `SELECT coop_id, monthly, day, source, account, party, debit, credit
        FROM ledger_totals WHERE source IN ('sale', 'delivery')`,
    },
    {
      of: 'account_totals',
      query: `SELECT coop_id, account, party, source, debit, credit
        FROM account_totals WHERE source IN ('sale', 'delivery')`,
    },
    {
      // a sum of nothing is there or not, as what makes it came at once or apart
      of: 'entry_totals',
      query: `SELECT coop_id, monthly, day, source, entries, items
        FROM entry_totals WHERE source IN ('sale', 'delivery') AND entries <> 0`,
    },
    {
      of: 'season_unfinished',
      query: 'SELECT coop_id, season, service, seq, things::jsonb AS things FROM season_unfinished',
    },
    { of: 'season_counts', query: 'SELECT coop_id, season, asked, service, days::jsonb AS days FROM season_counts' },
    { of: 'season_reports', query: 'SELECT coop_id, season, service, seq, books::jsonb AS books FROM season_reports' },
  ],
};

const ALL = 'true';

/**
 * What a replay brings, and what has no part in sharing. The rest was written by this service's own commands, most of
 * which tell nobody.
 */
export const replayed: Readonly<Record<string, string>> = {
  ...everyRow('coops', 'seasons', 'users', 'members', 'households', 'resolutions', 'resolution_covers'),
  ...everyRow('assembly_minutes', 'work_records', 'care_totals', 'deliveries', 'season_unfinished'),
  ...everyRow('season_counts', 'season_reports', 'ended_access', 'commands', 'trail'),
  ...everyRow('attachments', 'attachment_additions', 'inbox', 'inbox_positions', 'inbox_places', 'outbox'),
  reversals: `kind IN ('delivery', 'work')`,
  ...Object.fromEntries(
    ['ledger_entries', 'ledger_lines', 'ledger_totals', 'account_totals', 'entry_totals'].map((table) => [
      table,
      `source IN ('sale', 'delivery')`,
    ]),
  ),
};

function everyRow(...tables: readonly string[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [table, ALL]));
}
