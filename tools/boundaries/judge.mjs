// Lints samples that need not exist: [{ file, code, rule }] as JSON on standard input, the rules that each breaks on standard
// output. A program of its own because ESLint, TypeScript and Nx are too heavy for Jest's sandbox.
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');
const untyped = tseslint.configs.disableTypeChecked;
// The type checker only knows files that are there, and reads a whole project before it judges one of them: it is asked by
// those alone that plant what only it sees, and about the project of the file, where lint asks about all as one.
const byTypes = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { project: null, projectService: true } } },
});
const byText = new ESLint({ cwd: root, overrideConfig: untyped });

const verdicts = [];
for (const { file, code, rule } of JSON.parse(await text(process.stdin))) {
  const [result] = await (rule in untyped.rules ? byTypes : byText).lintText(code, { filePath: join(root, file) });
  verdicts.push((result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId ?? 'no rule', message })));
}
console.log(JSON.stringify(verdicts));
