import { centavos, every, Refusal } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { paidOf } from '../../domain/facts.js';
import { boundOf, disposalLines, disposalOf, type Disposal } from '../../domain/grants/disposal.js';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { entryOf, mirrored, type Entry, type Line } from '../../domain/ledger/entry.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { assetDisposals, type AssetDisposal, type SentAssetDisposal } from '../../facts/asset-disposal.js';
import { assets, type Asset } from '../../facts/asset.js';
import { holdGrants } from '../keep-grant-moves/hold-grants.js';
import { grantsOf } from '../keep-grant-moves/sources.js';
import { KeepMoney } from '../keep-money/keep-money.js';
import { refuseDisposed } from './refuse-disposed.js';

/** Keeps what the co-op has no more: each asset once; what grants paid of one has its part of the price. */
export class KeepAssetDisposals extends KeepMoney<AssetDisposal, SentAssetDisposal> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(assetDisposals, 'asset-disposal', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentAssetDisposal>[],
    { places }: Coop,
  ): Promise<Admission<AssetDisposal, SentAssetDisposal>> {
    const held = await assets.hold(
      tx,
      rows.map(({ sent }) => sent.asset),
    );
    const { books } = await holdGrants(tx, [...held.values()].flatMap(grantsOf), places);
    const known = await this.recordedAmong(tx, rows);
    const gone = new Set<string>();
    const entries = new Map<string, Entry>();
    return {
      make: ({ sent, at }, day) => {
        let amount = centavos(0n);
        const asset = every(
          () => (amount = amountOf(sent, places, at)),
          () => {
            const found = standingAsset(held, sent.asset, `${at}/asset`);
            if (day < found.boughtOn)
              throw new Refusal('wrong-order', `${at}/disposedOn`, { detail: 'before-purchase' });
            if (!known.has(sent.code))
              refuseDisposed(gone.has(found.code) ? { ...found, disposedOn: day } : found, `${at}/asset`);
            return found;
          },
        );
        const { code } = sent;
        const disposal = disposalOf({ ...asset, parts: paidOf(asset) }, day, amount);
        const bound = boundOf(disposal);
        if (sent.into === 'later' && bound.length > 0)
          throw new Refusal('bad-field', `${at}/into`, { detail: 'own-asset-later' });
        const made = { ...sent, ...leftOut(sent), disposedOn: day, asset: asset.code, amount };
        if (!known.has(code)) {
          gone.add(asset.code);
          const recovered = bound.flatMap((part) => books.recover(part.source, part.amount));
          entries.set(code, entryFor(made, [...disposalLines(asset.code, disposal, made.into), ...recovered]));
        }
        return { ...made, ...figuresOf(disposal, asset) };
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.flatMap(({ code }) => entries.get(code) ?? []),
        ),
    };
  }

  protected override async takeBack(
    tx: Transaction,
    fact: Standing<AssetDisposal>,
    reason: string,
    by: string,
  ): Promise<void> {
    const asset = standingAsset(await assets.hold(tx, [fact.asset]), fact.asset, '');
    const { places } = await this.coops.get(tx);
    const { books } = await holdGrants(tx, grantsOf(asset), places);
    await super.takeBack(tx, fact, reason, by);
    const disposal = disposalOf({ ...asset, parts: paidOf(asset) }, fact.disposedOn, fact.amount);
    const lines = disposalLines(asset.code, disposal, fact.into).map(mirrored);
    const unrecovered = boundOf(disposal).flatMap((part) => books.unrecover(part.source, part.amount));
    await this.ledger.takeBackBy(tx, entryFor(fact, [...lines, ...unrecovered]));
  }

  /** It was posted as it was taken back: what came since may have changed what it comes to. */
  protected override reversed(): Promise<void> {
    return Promise.resolve();
  }
}

const entryFor = ({ code, disposedOn }: Pick<AssetDisposal, 'code' | 'disposedOn'>, lines: readonly Line[]): Entry =>
  entryOf({ source: 'asset-disposal', code, day: disposedOn }, lines);

/** @throws Refusal `unknown-reference` for an asset that is not there, or was taken back */
function standingAsset(held: ReadonlyMap<string, Standing<Asset>>, code: string, pointer: string): Standing<Asset> {
  const asset = held.get(code);
  if (asset?.reversal !== null) throw new Refusal('unknown-reference', pointer, { what: 'asset', code });
  return asset;
}

/** What it brought. @throws Refusal `bad-field` for a sale without a price, or money of which nobody says where it went */
function amountOf({ amount: text, how, into }: SentAssetDisposal, places: number, at: string): AssetDisposal['amount'] {
  const amount = parseAmountInBooks(text, places, `${at}/amount`);
  if (how === 'sold' && amount === 0n) throw new Refusal('bad-field', `${at}/amount`, { detail: 'price-needed' });
  if (amount > 0n && !into) throw new Refusal('bad-field', `${at}/into`, { detail: 'where-it-went' });
  return amount;
}

/** What is told of a disposal beside what was sent. */
function figuresOf(
  disposal: Disposal,
  { rest, restFundedBy }: Asset,
): Pick<AssetDisposal, 'bookValue' | 'bound' | 'restBound'> {
  const sumOf = (parts: Disposal['left']): AssetDisposal['amount'] =>
    centavos(parts.reduce((sum, { amount }) => sum + amount, 0n));
  const bound = boundOf(disposal);
  return {
    bookValue: sumOf(disposal.left),
    bound: sumOf(bound),
    restBound: sumOf(rest === null ? [] : bound.filter(({ source }) => source === restFundedBy)),
  };
}

const leftOut = ({
  into,
  recipient,
  document,
}: SentAssetDisposal): Pick<AssetDisposal, 'into' | 'recipient' | 'document'> => ({
  into: into ?? null,
  recipient: recipient ?? null,
  document: document ?? null,
});
