import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepPlaces, type AmountColumns, type OldBooks } from '../coops/keep-places.js';

/**
 * Keeps how many places the amounts of a co-op's books have, and gives them those of its currency.
 * @param amounts of the service
 * @param others changes what else of its books holds amounts, as {@link keepPlaces} says
 */
export const keepPlacesOf = (
  amounts: readonly AmountColumns[],
  others?: (runner: QueryRunner, books: OldBooks) => Promise<boolean>,
): new () => MigrationInterface =>
  class KeepPlaces1795863600000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await keepPlaces(runner, amounts, others && ((books) => others(runner, books)));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('ALTER TABLE coops DROP COLUMN places');
    }
  };
