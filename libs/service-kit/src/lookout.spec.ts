import { newCommandId, newCoopId } from '@ayni/database/new-id';
import type { Followed, Progress } from '@ayni/messaging/inbox/progress';
import { expect, test } from '@jest/globals';
import { Lookout } from './lookout.js';

const followed = (): Followed => ({ command: newCommandId(), expected: new Map() });
const progressOf = ({ command }: Followed): Progress => ({
  command,
  listens: 0,
  applied: 0,
  waiting: 0,
  parked: 0,
  dropped: 0,
  unseen: 0,
  settled: true,
});

test('those of a co-op who look at the same time cost one read, and each is told of its own command', async () => {
  const reads: number[] = [];
  const lookout = new Lookout(async (_, asked) => {
    reads.push(asked.length);
    return asked.map(progressOf);
  });
  const coop = newCoopId();
  const many = Array.from({ length: 100 }, followed);
  const found = await Promise.all(many.map((one) => lookout.look(coop, one)));
  expect(found.map(({ command }) => command)).toEqual(many.map(({ command }) => command));
  await lookout.look(newCoopId(), followed());
  expect(reads).toEqual([100, 1]);
});

test('a read that fails is told to those who waited for it, and the next look is made', async () => {
  let fails = true;
  const lookout = new Lookout(async (_, asked) => {
    if (fails) throw new Error('no database');
    return asked.map(progressOf);
  });
  const coop = newCoopId();
  const failed = await Promise.allSettled([lookout.look(coop, followed()), lookout.look(coop, followed())]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  await expect(lookout.look(coop, followed())).resolves.toMatchObject({ settled: true });
});
