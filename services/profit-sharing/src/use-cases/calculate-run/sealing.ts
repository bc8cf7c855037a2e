import { fingerprintOf, writtenByOne, type WorkedCase } from '@ayni/distribution';
import type { FreshRun } from '../../domain/runs/run.js';
import { TextDigest } from './text-digest.js';

/** Seals a worked case by what is written of it while it is stored. */
export function sealing(worked: WorkedCase): Pick<FreshRun, 'written' | 'fingerprint'> {
  const digest = new TextDigest();
  function* written(): FreshRun['written'] {
    for (const part of writtenByOne(worked)) {
      digest.add(part.sealed);
      yield part;
    }
  }
  let fingerprint: string | undefined;
  return { written: written(), fingerprint: () => (fingerprint ??= fingerprintOf(digest.end())) };
}
