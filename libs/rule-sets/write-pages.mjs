// Writes docs/treasurer/rules from the rule sets: node libs/rule-sets/write-pages.mjs, after a build.
import { writeFileSync } from 'node:fs';
import { indexPage, pageOf, shippedRuleSets } from './dist/index.js';

const write = (name, text) => writeFileSync(new URL(`../../docs/treasurer/rules/${name}.md`, import.meta.url), text);
for (const set of shippedRuleSets) write(set.code, pageOf(set));
write('README', indexPage());
