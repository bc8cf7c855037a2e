// Lints samples that need not exist: [{ file, code }] as JSON on standard input, the rules that each breaks on standard
// output. A program of its own because ESLint, TypeScript and Nx are too heavy for Jest's sandbox.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');
const real = new ESLint({ cwd: root });
// The type checker only knows files that are there.
const planted = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });

const verdicts = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const filePath = join(root, file);
  const [result] = await (existsSync(filePath) ? real : planted).lintText(code, { filePath });
  verdicts.push((result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId ?? 'no rule', message })));
}
console.log(JSON.stringify(verdicts));
