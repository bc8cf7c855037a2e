import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { Client } from '@ayni/api-client/client';
import { testBrokers } from '@ayni/testing-systems/broker';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { SystemProcess, type Form } from '@ayni/testing-systems/system-process';
import { testFolder } from '@ayni/testing/test-folder';
import { Crashes } from './crashes.js';
import { inspectFlow } from './flaws.js';
import { killWhilePaying, STEPS, unbalanced, UNTOLD, type Step } from './killed-payments.js';
import type { Moment } from './order.js';
import { SharedSeason, type Held } from './shared-season.js';

const PASSWORD = 'a password of theirs';
/** How the process is called that shares and pays. */
const PROCESS: Readonly<Record<Form, string>> = { laptop: 'laptop', kafka: 'profit-sharing' };

/** Each household of three, by what ledger and paper say that it is owed and what it was handed. */
const each = (...of: readonly (readonly [ledger: string, paper: string, paid: string])[]): Held =>
  Object.fromEntries(of.map(([ledger, paper, paid], i) => [`F0${i + 1}`, { ledger, paper, paid }]));

/** Declares that whoever is killed at any of the moments of sharing and paying pays nobody twice, nor not at all. */
export function killsWhilePaying(form: Form, moments: readonly Moment[], steps: readonly Step[] = STEPS): void {
  describe(`on the ${form} form, killed at each of ${moments.join(', ')}`, () => {
    const orders = testFolder();
    const crashes = new Crashes(orders);
    let system: SystemProcess;
    let season: SharedSeason;

    beforeAll(async () => {
      const environment =
        form === 'laptop'
          ? crashes.environment(PROCESS.laptop)
          : { KAFKA_BROKERS: testBrokers(), ...crashes.environment() };
      system = await SystemProcess.start({ form, environment });
      const coop = { code: 'chacoma', name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz' };
      const first = { name: 'treasurer', password: PASSWORD };
      season = await SharedSeason.open(await Client.setUp(system.url, system.setupCode, coop, first), PASSWORD);
    });

    afterAll(async () => {
      await system.remove();
      await rm(orders, { recursive: true, force: true });
    });

    test('approving, planning, confirming, paying, giving back, reversing, keeping, lapsing and bringing are each done once, and ledger and papers agree', async () => {
      const { kills, held } = await killWhilePaying(
        { system, crashes, process: PROCESS[form], season },
        moments,
        steps,
      );
      const owed = ['300.00', '300.00', ''] as const;
      const paid = ['0.00', '0.00', '300.00'] as const;
      // the paper of a run that was reversed says nothing of payments
      const tooMuch = ['-300.00', '', '300.00'] as const;
      expect(held).toEqual({
        approved: each(owed, owed, owed),
        planned: each(owed, owed, owed),
        confirmed: each(owed, owed, owed),
        paid: each(paid, paid, paid),
        'given back': each(owed, paid, paid),
        reversed: each(['0.00', '', ''], tooMuch, tooMuch),
        // what was paid stays paid: only who gave it back is owed anything
        'approved again': each(owed, paid, paid),
        ...(steps.includes('kept')
          ? {
              kept: each(paid, paid, paid),
              'kept given back': each(owed, paid, paid),
              lapsed: each(['0.00', '0.00', ''], paid, paid),
            }
          : {}),
        ...(steps.includes('brought') ? { brought: each(['0.00', '0.00', ''], paid, paid) } : {}),
      });
      const told = steps.filter((step) => !UNTOLD.includes(step));
      expect(kills).toHaveLength(told.length * moments.length + 2 * (steps.length - told.length));
      const books = await SystemBooks.open(system);
      await books.quiet();
      expect(await unbalanced(books)).toEqual([]);
      expect((await inspectFlow(books)).flaws).toEqual([]);
    });
  });
}
