import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from '@ayni/testing/run-program';

/** One command of a page, as its reader types it. */
export type Command = {
  /** `docs/how-to/member.md:14`. */
  readonly at: string;
  /** The headings that it stands under, the nearest last. */
  readonly under: string;
  readonly text: string;
  /** What the page shows as its answer. */
  readonly shown?: string;
};

type Block = { readonly tag: string; readonly under: string; readonly line: number; readonly lines: readonly string[] };

/** The commands of a page's shell blocks, in their order; of a page in two languages, those of one. */
export function commandsOf(path: string, language: 'es' | 'en' = 'es'): Command[] {
  const commands: Command[] = [];
  let before: Block | undefined;
  for (const block of blocksOf(path, language)) {
    const last = commands.at(-1);
    if (block.tag === 'sh') commands.push(...commandsIn(path, block));
    // what stands in a block without a tag below commands is what the last of them answered
    else if (block.tag === '' && before?.tag === 'sh' && before.under === block.under && last)
      commands[commands.length - 1] = { ...last, shown: block.lines.join('\n') };
    before = block;
  }
  return commands;
}

/** A rule parts the Spanish half of a page from its English one. */
function blocksOf(path: string, language: 'es' | 'en'): Block[] {
  const lines = readFileSync(join(WORKSPACE, path), 'utf8').split('\n');
  const rule = lines.indexOf('---');
  const [from, to] = rule < 0 ? [0, lines.length] : language === 'es' ? [0, rule] : [rule, lines.length];
  const blocks: Block[] = [];
  let under = '';
  let open: { tag: string; line: number } | undefined;
  for (let i = from; i < to; i += 1) {
    const line = lines[i] ?? '';
    const [, tag] = /^```(\w*)$/.exec(line) ?? [];
    if (tag === undefined) {
      if (!open && line.startsWith('#')) under = line.replace(/^#+ /, '');
      continue;
    }
    if (open) blocks.push({ ...open, under, lines: lines.slice(open.line, i) });
    open = open ? undefined : { tag, line: i + 1 };
  }
  return blocks;
}

/** Bash itself says where a command ends. */
function commandsIn(path: string, { under, line, lines }: Block): Command[] {
  const commands: Command[] = [];
  let text: string[] = [];
  lines.forEach((typed, i) => {
    const last = commands.at(-1);
    if (text.length === 0 && typed.startsWith('# ') && last)
      commands[commands.length - 1] = { ...last, shown: [last.shown ?? '', typed.slice(2)].join('\n') };
    else if (typed !== '' || text.length > 0) text.push(typed);
    if (text.length === 0 || !isWhole(text.join('\n'))) return;
    commands.push({ at: `${path}:${line + i + 2 - text.length}`, under, text: text.join('\n') });
    text = [];
  });
  if (text.length > 0) throw new Error(`${path}:${line}: no shell reads ${text.join('\n')}`);
  return commands;
}

const isWhole = (text: string): boolean =>
  !text.endsWith('\\') && spawnSync('bash', ['-n'], { input: text }).status === 0;
