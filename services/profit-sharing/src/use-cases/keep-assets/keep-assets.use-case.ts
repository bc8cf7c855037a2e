import { all, every, type Centavos } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { assetLines } from '../../domain/grants/asset.js';
import { entryOf, mirrored, type Entry, type Line } from '../../domain/ledger/entry.js';
import { OWN_MONEY, paidOf } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { assets, type Asset, type SentAsset } from '../../facts/asset.js';
import { refuseDisposed } from '../keep-asset-disposals/refuse-disposed.js';
import { budgetLineOf, holdGrants } from '../keep-grant-moves/hold-grants.js';
import { grantsOf, refuseUnknownSources, restOf, sourcesOf } from '../keep-grant-moves/sources.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps what was bought to last; what grants paid of it is charged to them as expenses are. */
export class KeepAssets extends KeepMoney<Asset, SentAsset> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(assets, 'asset', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentAsset>[],
    { places }: Coop,
  ): Promise<Admission<Asset, SentAsset>> {
    const held = await holdGrants(
      tx,
      rows.flatMap(({ sent }) => grantsOf(sent)),
      places,
    );
    const known = await this.recordedAmong(tx, rows);
    const charged = new Map<string, Line[]>();
    return {
      make: ({ sent: written, at }) => {
        const sent = { ...written, ...sourcesOf(written, held) };
        return every(
          () => refuseUnknownSources(held, sent, at),
          () => {
            const paid = (): Centavos => parseAmountInBooks(sent.amount, places, `${at}/amount`);
            const [amount, rest, budgetLine] = all(
              paid,
              () => restOf(sent, paid, places, at),
              () => budgetLineOf(held, sent, at),
            );
            const asset = { ...sent, ...leftOut(sent), amount, ...rest, budgetLine, disposedOn: null };
            if (!known.has(sent.code))
              charged.set(
                sent.code,
                paidOf(asset).flatMap(({ source, amount: part }, i) =>
                  held.standing.has(source) && source !== OWN_MONEY
                    ? held.books.charge(source, part, `${at}/${i === 0 ? 'amount' : 'rest'}`)
                    : [],
                ),
              );
            return asset;
          },
        );
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((asset) => entryFor(asset, [...linesOf(asset), ...(charged.get(asset.code) ?? [])])),
        ),
    };
  }

  /** @throws Refusal `asset-disposed` where the co-op has it no more */
  protected override async takeBack(
    tx: Transaction,
    asset: Standing<Asset>,
    reason: string,
    by: string,
  ): Promise<void> {
    const held = await assets.hold(tx, [asset.code]);
    refuseDisposed(held.get(asset.code) ?? asset, '');
    const { places } = await this.coops.get(tx);
    const { books } = await holdGrants(tx, grantsOf(asset), places);
    await super.takeBack(tx, asset, reason, by);
    const uncharged = paidOf(asset).flatMap(({ source, amount }) =>
      source === OWN_MONEY ? [] : books.uncharge(source, amount),
    );
    await this.ledger.takeBackBy(tx, entryFor(asset, [...linesOf(asset).map(mirrored), ...uncharged]));
  }

  /** It was posted as it was taken back: receipts since may have changed what it comes to. */
  protected override reversed(): Promise<void> {
    return Promise.resolve();
  }
}

const linesOf = (asset: Asset): Line[] => assetLines({ code: asset.code, parts: paidOf(asset) }, asset.paidFrom);

const entryFor = ({ code, boughtOn }: Asset, lines: readonly Line[]): Entry =>
  entryOf({ source: 'asset', code, day: boughtOn }, lines);

const leftOut = ({ lifeDays, supplier, document }: SentAsset): Pick<Asset, 'lifeDays' | 'supplier' | 'document'> => ({
  lifeDays: lifeDays ?? null,
  supplier: supplier ?? null,
  document: document ?? null,
});
