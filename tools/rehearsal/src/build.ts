import { mkdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '@ayni/processes/run';
import { copyContext } from './build-context.js';
import { parseDockerfile, type Step } from './dockerfile.js';

/** What a build leaves: a tree, and how a container of it is started. */
export type Image = {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly healthcheck: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
};

export type Build = {
  /** The top of the project. */
  readonly project: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  /** What commands are run with. */
  readonly environment: NodeJS.ProcessEnv;
  readonly onStep: (text: string) => void;
};

const DOCKERFILE = 'infra/docker/Dockerfile';

/**
 * Does what the Dockerfile says, stage by stage, each in a folder of its own and with what `.dockerignore` lets
 * through. Commands are run by this machine's shell, Node and npm, and have to keep to their working folder: the base
 * image is what this cannot show.
 */
export async function build({ project, folder, environment, onStep }: Build): Promise<Image> {
  const stages = parseDockerfile(await readFile(join(project, DOCKERFILE), 'utf8'));
  await mkdir(folder, { recursive: true });
  const context = join(folder, 'context');
  await copyContext(project, context);
  const done = new Map<string, Image>();
  let image: Image | undefined;
  for (const [index, stage] of stages.entries()) {
    const root = join(folder, `stage-${stage.name ?? index}`);
    await mkdir(root);
    image = { ...EMPTY, ...done.get(stage.base), root };
    const base = done.get(stage.base);
    if (base) await copy(base.root, root);
    for (const step of stage.steps) {
      onStep(`${stage.name ?? 'image'}: ${describe(step)}`);
      image = await take(step, image, (from) => treeOf(from, done, context), environment);
    }
    if (stage.name !== undefined) done.set(stage.name, image);
  }
  if (!image) throw new Error(`${DOCKERFILE} has no stage`);
  return image;
}

const EMPTY: Omit<Image, 'root'> = {
  workdir: '/',
  environment: {},
  user: 'root',
  healthcheck: [],
  entrypoint: [],
  command: [],
};

function treeOf(from: string | undefined, done: ReadonlyMap<string, Image>, context: string): string {
  if (from === undefined) return context;
  const stage = done.get(from);
  if (!stage) throw new Error(`COPY --from=${from}: there is no such stage before it`);
  return stage.root;
}

async function take(
  step: Step,
  image: Image,
  tree: (from: string | undefined) => string,
  environment: NodeJS.ProcessEnv,
): Promise<Image> {
  const here = join(image.root, image.workdir);
  switch (step.kind) {
    case 'workdir':
      await mkdir(join(image.root, step.path), { recursive: true });
      return { ...image, workdir: step.path };
    case 'copy':
      await copy(join(tree(step.from), step.source), join(image.root, resolve(image.workdir, step.to)));
      return image;
    case 'run':
      if (/(?:^|\s)\/\w/.test(step.script)) throw new Error(`A path from the root cannot be rehearsed: ${step.script}`);
      await run('/bin/sh', ['-c', step.script], { cwd: here, env: { ...environment, ...image.environment } });
      return image;
    case 'env':
      return { ...image, environment: { ...image.environment, ...step.values } };
    case 'user':
      return { ...image, user: step.user };
    case 'expose':
      return image;
    case 'healthcheck':
      return { ...image, healthcheck: step.words };
    case 'entrypoint':
      return { ...image, entrypoint: step.words };
    case 'cmd':
      return { ...image, command: step.words };
  }
}

/** As COPY does: what is in a folder goes into the other; a file takes the name. */
async function copy(source: string, to: string): Promise<void> {
  const isFolder = (await stat(source)).isDirectory();
  if (!isFolder) throw new Error(`Only folders are copied in a rehearsal: ${source}`);
  await mkdir(to, { recursive: true });
  await run('cp', ['-a', `${source}/.`, to]);
}

function describe(step: Step): string {
  if (step.kind === 'run') return step.script;
  if (step.kind === 'copy')
    return `COPY ${step.from === undefined ? '' : `--from=${step.from} `}${step.source} ${step.to}`;
  return step.kind.toUpperCase();
}
