import { found, nameKey, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import { editionOf } from '../../domain/seasons/season-change.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';

/** A reopening as it was asked for; `season` is its code once more. */
type AskedReopening = { readonly season: string; readonly reason: string; readonly resolution: string };

/**
 * Opens a closed season again under a resolution, so that its books can be put right: every service's door for its days
 * opens, what was worked out of it is superseded, and it is closed again by control totals as any other. Shares that
 * stand, of it or of a later season, are reversed first.
 */
export class ReopenSeason {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly useResolution: UseResolution,
  ) {}

  async run(
    tx: Transaction,
    named: string,
    { season: again, reason, resolution }: AskedReopening,
    by: string,
  ): Promise<{ reopened: string }> {
    const season = found(await this.seasons.lock(tx, named), 'season', named);
    const { code } = season;
    if (nameKey(again) !== nameKey(code)) throw new Refusal('season-not-named', '/season', { season: code });
    if (season.state !== 'closed') throw new Refusal('season-not-closed', '', { season: code });
    const approved = await this.runs.approvedFrom(tx, season);
    if (approved !== undefined) throw new Refusal('season-has-approved-run', '', { season: code, approved });
    await this.useResolution.run(tx, resolution, { kind: 'reopening', season: code });
    await this.runs.supersede(tx, code);
    const reopened = await this.seasons.reopen(tx, season, { reason, resolution });
    const what = { kind: 'season', code, version: editionOf(reopened), by };
    noteChanges(tx, what, { state: season.state }, { state: reopened.state, reason, resolution });
    return { reopened: code };
  }
}
