import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { jsonOf } from '@ayni/kernel';
import { execute } from '@ayni/processes/execute';
import { DockerfileParser, From, ModifiableInstruction, PropertyInstruction, type Instruction } from 'dockerfile-ast';

/** What a build leaves: a tree, and how a container of it is started. */
export type Image = {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly healthcheck: readonly string[];
  readonly entrypoint: readonly string[];
};

const BASE: Omit<Image, 'root'> = { workdir: '/', environment: {}, user: 'root', healthcheck: [], entrypoint: [] };

/** What fetches the packages that the lock names, which a checkout has by the same command. */
const INSTALL = 'npm ci --ignore-scripts';

/** What compiles, which holds each source against what it had compiled before, and does again what differs. */
const COMPILE = 'node node_modules/typescript-native/bin/tsc -b ';

/** What commands are run with: npm's own settings for this project, as a test of it has them, would mislead them. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:NODE_ENV$|npm_(?!config_(?:registry|cache|\w+config|cafile)$))/i.test(name),
    ),
  ),
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
  npm_config_update_notifier: 'false',
};

export const readDockerfile = async (project: string): Promise<readonly Instruction[]> =>
  DockerfileParser.parse(await readFile(join(project, 'infra/docker/Dockerfile'), 'utf8')).getInstructions();

/**
 * Does what the Dockerfile says, stage by stage, each in a folder of its own and with what `.dockerignore` lets
 * through. Commands are run by this machine's shell, Node and npm, and have to keep to their working folder: the base
 * image is what this cannot show.
 * @throws Error at an instruction that it would not do as Docker does
 */
export async function build(project: string, folder: string): Promise<Image> {
  const context = join(folder, 'context');
  await mkdir(context, { recursive: true });
  await copyContext(project, context);
  const stages = new Map<string, Image>();
  /** What COPY takes its files from, by its flag. */
  const trees = new Map([['', context]]);
  let [name, image]: [string, Image] = ['', { ...BASE, root: context }];
  for (const step of await readDockerfile(project)) {
    if (step instanceof From) {
      const base = stages.get(step.getImage() ?? '');
      name = step.getBuildStage() ?? 'image';
      image = { ...BASE, ...base, root: join(folder, name) };
      await mkdir(image.root);
      if (base) await copy(base.root, image.root);
    } else image = await take(project, step, image, trees);
    stages.set(name, image);
    trees.set(`--from=${name}`, image.root);
  }
  return image;
}

async function take(
  project: string,
  step: Instruction,
  image: Image,
  trees: ReadonlyMap<string, string>,
): Promise<Image> {
  const text = step.getArgumentsContent() ?? '';
  const flags = step instanceof ModifiableInstruction ? step.getFlags().join(' ') : '';
  const keyword = step.getKeyword();
  const isExpanded = keyword !== 'RUN' && keyword !== 'HEALTHCHECK' && /[$*?]/.test(text);
  const tree = trees.get(flags);
  if (!isExpanded)
    switch (keyword) {
      case 'WORKDIR':
        await mkdir(join(image.root, resolve(image.workdir, text)), { recursive: true });
        return { ...image, workdir: resolve(image.workdir, text) };
      case 'COPY': {
        const [source = '', to = '', ...others] = step.getArguments().map((word) => word.getValue());
        if (tree === undefined || others.length > 0) break;
        await copy(join(tree, source), join(image.root, resolve(image.workdir, to)));
        return image;
      }
      case 'RUN': {
        if (!/^(?:--mount=type=cache,target=\S+)?$/.test(flags) || /(?:^|\s)\/\w/.test(text)) break;
        const where = { cwd: join(image.root, image.workdir), env: { ...ENVIRONMENT, ...image.environment } };
        if (text === INSTALL) await install(project, where.cwd);
        else {
          if (text.startsWith(COMPILE)) await bringCompiled(project, where.cwd);
          await execute('/bin/sh', ['-c', text], where);
        }
        return image;
      }
      case 'ENV': {
        if (!(step instanceof PropertyInstruction)) break;
        const values = step.getProperties().map((pair) => [pair.getName(), pair.getValue() ?? ''] as const);
        return { ...image, environment: { ...image.environment, ...Object.fromEntries(values) } };
      }
      case 'USER':
        return { ...image, user: text };
      case 'HEALTHCHECK':
        return { ...image, healthcheck: wordsOf(text.replace(/^CMD /, '')) };
      case 'ENTRYPOINT':
        return { ...image, entrypoint: wordsOf(text) };
      case 'CMD': // docker-compose.yml has one for each container
      case 'EXPOSE':
        return image;
    }
  throw new Error(`Not known to the rehearsal: ${keyword} ${flags} ${text}`);
}

/**
 * As `npm ci` does where the project has what its lock names: the same packages, without unpacking all of them again.
 * @throws Error where the manifests that are let through are not those of the project
 */
async function install(project: string, to: string): Promise<void> {
  for (const manifest of ['package.json', 'package-lock.json'])
    if ((await readFile(join(project, manifest), 'utf8')) !== (await readFile(join(to, manifest), 'utf8')))
      throw new Error(`${manifest} is another one in the image.`);
  await execute('cp', ['-a', join(project, 'node_modules'), to]);
}

/**
 * What the project was compiled to, as a builder has it of the time before. Where the image lacks a source of it, nothing is
 * brought: what was compiled of that source would stand in for it.
 */
async function bringCompiled(project: string, to: string): Promise<void> {
  for (const room of ['apps', 'libs', 'services'])
    for (const name of await readdir(join(to, room))) {
      const compiled = join(project, room, name, 'dist');
      if (!existsSync(join(compiled, '.tsbuildinfo'))) continue;
      const made = (await readdir(compiled, { recursive: true })).filter((file) => file.endsWith('.js'));
      const isHere = (file: string): boolean => existsSync(join(to, room, name, 'src', file.replace(/\.js$/, '.ts')));
      if (made.every(isHere)) await execute('cp', ['-a', compiled, join(to, room, name)]);
    }
}

/** As COPY does with a folder: what is in it goes into the other. */
const copy = (source: string, to: string): Promise<string> => execute('cp', ['-a', `${source}/.`, to]);

/** The exec form, by which signals reach the program itself. */
function wordsOf(text: string): readonly string[] {
  const words = jsonOf(text);
  if (Array.isArray(words) && words.every((word) => typeof word === 'string')) return words;
  throw new Error(`Not in the exec form: ${text}`);
}

/** Copies what `.dockerignore` lets through of the project, as a builder is given it. */
async function copyContext(project: string, to: string): Promise<void> {
  const patterns = (await readFile(join(project, '.dockerignore'), 'utf8')).split('\n');
  const ignored = dockerignore.default().add(patterns);
  /** Whether something in an ignored folder may be let through all the same. */
  const mayHold = (path: string): boolean => patterns.some((pattern) => pattern.startsWith(`!${path}/`));
  await cp(project, to, {
    recursive: true,
    filter: async (source) => {
      const path = relative(project, source);
      return path === '' || !ignored.ignores(path) || ((await lstat(source)).isDirectory() && mayHold(path));
    },
  });
}
