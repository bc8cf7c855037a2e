import { expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circlesIn, importsIn } from '../src/circles.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test('no files of the workspace import each other in a circle', async () => {
  const imports = await importsIn(root);
  // the look went as far as it should: by path within a project, and by name from one to another
  expect(imports.get('libs/kernel/src/money.ts')).toContain('libs/kernel/src/decimal.ts');
  expect(imports.get('libs/facts/src/record.ts')).toContain('libs/database/src/transaction.ts');
  expect(circlesIn(imports)).toEqual([]);
});

test('a circle is found, also through types and from one library into another', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ayni-circles-'));
  try {
    for (const [file, text] of [
      ['libs/a/src/one.ts', "import { two } from './deep/two.js';\n"],
      ['libs/a/src/deep/two.ts', "import type {\n  Three,\n} from '@ayni/b/three';\n"],
      ['libs/b/src/three.ts', "export { four } from './four.js';\nexport * from '@ayni/a/one';\n"],
      ['libs/b/src/four.ts', "import { join } from 'node:path';\n"],
    ] as const) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    for (const room of ['apps', 'services', 'tools', 'tests']) await mkdir(join(folder, room));
    const circles = circlesIn(await importsIn(folder));
    expect(circles.map((circle) => circle.toSorted())).toEqual([
      ['libs/a/src/deep/two.ts', 'libs/a/src/one.ts', 'libs/b/src/three.ts'],
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
