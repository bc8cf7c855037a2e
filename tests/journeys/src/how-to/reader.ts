import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { WORKSPACE } from '@ayni/testing/run-program';
import { until } from '@ayni/testing/until';
import type { Command } from './page.js';
import type { Outcome, Shell } from './shell.js';
import { patternOf, plain } from './shown.js';

/** What a reader is told to wait for, by all pages: that a service has heard of it, that the books agree. */
const NOT_YET = /"code":"(?:unknown-reference|season-not-closed|not-ready)"/;

/** Whoever follows a page: types its commands, puts her own names and passwords in, and looks whether it came so. */
export class Reader {
  /** What the command before answered, that answered something. */
  private answer = '';

  constructor(
    private readonly shell: Shell,
    /** What of a page is hers to put in. */
    private readonly own: (typed: string) => string,
    /** Programs that go on while she types the next command; tells what they have said by then. */
    private readonly goesOn: (typed: string) => Promise<string> | undefined = () => undefined,
  ) {}

  /** The folder that she stands in. */
  get place(): string {
    return this.shell.folder;
  }

  /** @throws Error that names the place, where something else came than the page shows, or a refusal that it does not show */
  async follow(commands: readonly Command[]): Promise<void> {
    for (const command of commands) await this.do(command);
  }

  private async do({ at, text, shown }: Command): Promise<void> {
    const typed = this.own(filledIn(text, this.answer));
    const goingOn = this.goesOn(typed);
    const wrong = await until(async (see): Promise<string | undefined> => {
      const { status, output, errors } = goingOn
        ? { status: 0, output: await goingOn, errors: '' }
        : await this.type(asRun(typed));
      if (output !== '') this.answer = output;
      const said = `${at}: ${typed}\n${output}${errors}`;
      const isNotYet = NOT_YET.test(output);
      if (shown === undefined) {
        if (isNotYet) return void see(said);
        return status !== 0 || /"type":"\/problems\//.test(output) ? said : 'nothing';
      }
      // a program that goes on says more than a page shows
      if (patternOf(shown, goingOn !== undefined).test(plain(output))) return 'nothing';
      return isNotYet ? void see(said) : `${said}\nIs not what the page shows:\n${shown}`;
    });
    if (wrong !== 'nothing') throw new Error(wrong);
  }

  private async type(typed: string): Promise<Outcome> {
    const outcome = await this.shell.type(typed);
    const [, file] = /> (\S+) *(?:#.*)?$/.exec(typed) ?? [];
    if (file === undefined) return outcome;
    return { ...outcome, output: await readFile(join(this.shell.folder, file), 'utf8') };
  }
}

/** `RUN=…  # run.id` is what the answer before it has there. */
function filledIn(text: string, answer: string): string {
  const [, name, place] = /^(\w+)=… +# ([\w.]+)/.exec(text) ?? [];
  return place === undefined ? text : `${name}='${String(place.split('.').reduce(fieldOf, jsonOf(answer)))}'`;
}

/** A command of npm as what npm runs, and examples from where they stand; what was built is not built again. */
function asRun(typed: string): string {
  const standing = typed.replace(/(?<=\bpython3 )(?=examples\/)/, WORKSPACE);
  return standing.replace(/\bnpm run (?:-s |--silent )?([\w-]+)(?: -- )?/, (whole, name: string) => {
    const script = fieldOf(fieldOf(jsonOf(readFileSync(join(WORKSPACE, 'package.json'), 'utf8')), 'scripts'), name);
    if (typeof script !== 'string') throw new Error(`There is no ${whole}`);
    return `node ${join(WORKSPACE, script.replace(/^node tools\/build\/build\.mjs && node (?:--\S+ )*/, ''))} `;
  });
}
