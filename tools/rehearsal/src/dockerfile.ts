import { jsonOf } from '@ayni/kernel';
/** A step of a stage, of the kinds that our Dockerfile has. */
export type Step =
  | { readonly kind: 'workdir'; readonly path: string }
  | { readonly kind: 'copy'; readonly from: string | undefined; readonly source: string; readonly to: string }
  | { readonly kind: 'run'; readonly script: string }
  | { readonly kind: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'user'; readonly user: string }
  | { readonly kind: 'expose'; readonly port: number }
  | { readonly kind: 'healthcheck' | 'entrypoint' | 'cmd'; readonly words: readonly string[] };

export type Stage = { readonly name: string | undefined; readonly base: string; readonly steps: readonly Step[] };

/**
 * Reads a Dockerfile that keeps to what ours needs; whatever else could stand in one is refused, rather than passed
 * over, since it could not be rehearsed.
 * @throws Error that names the instruction
 */
export function parseDockerfile(text: string): readonly Stage[] {
  const stages: { name: string | undefined; base: string; steps: Step[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(instruction) ?? [];
    if (name === 'FROM') {
      const [, base = '', stage] = match(/^(\S+)(?: AS (\S+))?$/, rest, instruction);
      stages.push({ name: stage, base, steps: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`No stage for: ${instruction}`);
    stage.steps.push(stepOf(name, rest, instruction));
  }
  if (stages.length === 0) throw new Error('A Dockerfile begins with FROM.');
  return stages;
}

function stepOf(name: string, rest: string, instruction: string): Step {
  switch (name) {
    case 'WORKDIR':
      return { kind: 'workdir', path: match(/^\/[\w./-]*$/, rest, instruction)[0] };
    case 'COPY': {
      const [, from, source = '', to = ''] = match(
        /^(?:--from=(\S+) )?([\w./][\w./-]*) ([\w./-]+)$/,
        rest,
        instruction,
      );
      return { kind: 'copy', from, source, to };
    }
    case 'RUN': {
      const [, script = ''] = match(/^(?:--mount=type=cache,target=\S+ )?([^-[].*)$/s, rest, instruction);
      return { kind: 'run', script };
    }
    case 'ENV': {
      match(/^(?:[A-Z_]+=[^\s"'\\$]+ ?)+$/, rest, instruction);
      const pairs = rest.trim().split(' ');
      return { kind: 'env', values: Object.fromEntries(pairs.map((pair) => pair.split('=', 2))) };
    }
    case 'USER':
      return { kind: 'user', user: match(/^\S+$/, rest, instruction)[0] };
    case 'EXPOSE':
      return { kind: 'expose', port: Number(match(/^\d+$/, rest, instruction)[0]) };
    case 'HEALTHCHECK': {
      const [, words = ''] = match(/^(?:--[a-z-]+=\S+ )*CMD (\[.*\])$/s, rest, instruction);
      return { kind: 'healthcheck', words: wordsOf(words, instruction) };
    }
    case 'ENTRYPOINT':
      return { kind: 'entrypoint', words: wordsOf(rest, instruction) };
    case 'CMD':
      return { kind: 'cmd', words: wordsOf(rest, instruction) };
    default:
      throw new Error(`Not known to the rehearsal: ${instruction}`);
  }
}

/** One line for each instruction, without comments. */
function instructionsOf(text: string): string[] {
  if (/^#\s*\w+=/.test(text)) throw new Error('Not known to the rehearsal: a parser directive');
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
  return lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
}

/** The exec form, by which signals reach the program itself. */
function wordsOf(text: string, instruction: string): readonly string[] {
  const words = jsonOf(text);
  const isText = (word: unknown): word is string => typeof word === 'string';
  if (Array.isArray(words) && words.length > 0 && words.every(isText)) return words;
  throw new Error(`Not in the exec form: ${instruction}`);
}

function match(pattern: RegExp, text: string, instruction: string): RegExpExecArray {
  const found = pattern.exec(text);
  if (!found) throw new Error(`Not known to the rehearsal: ${instruction}`);
  return found;
}
