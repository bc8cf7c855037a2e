import { expect, test } from '@jest/globals';
import { shareTable, type Shown } from './share-table.js';
import { speaker } from './translations.js';

const member = (household: string, share: string, offset: string) => ({
  ...{ member: '001', household, minutes: 0, delivered: '0.00', days: 0, debtLeft: '0.00', net: '0.00' },
  ...{ share, offset },
});

const OUTCOME: Shown = {
  ...{ currency: 'BOB', revenue: '110.00', saleLines: 1, receipts: 1, deliveriesCost: '0.00', ownExpenses: '0.00' },
  ...{ restrictedExpenses: '0.00', result: '110.00', funds: [{ fund: 'social', amount: '11.00' }], pool: '99.00' },
  ...{ bases: [], paidTotal: '97.40', carriedTotal: '0.10', stock: {} },
  members: [member('F01', '40.10', '1.00'), member('F01', '9.90', '0.00'), member('F02', '49.00', '0.50')],
  households: [
    { household: 'F01', net: '49.00', paid: '48.90', carried: '0.10' },
    { household: 'F02', net: '48.50', paid: '48.50', carried: '0.00' },
  ],
};

test('the table of the demo adds up what the members of each family get, and what all families get', () => {
  const lines = shareTable(OUTCOME, new Map([['social', 'Social welfare fund']]), speaker('en'))
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/));
  expect(lines).toContainEqual(['Result', '110.00 BOB']);
  expect(lines).toContainEqual(['Social welfare fund', '11.00 BOB']);
  expect(lines).toContainEqual(['F01', '50.00', '1.00', '48.90', '0.10']);
  expect(lines).toContainEqual(['F02', '49.00', '0.50', '48.50', '0.00']);
  expect(lines).toContainEqual(['Total', '99.00', '1.50', '97.40', '0.10']);
});
