import { readdirSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;
const packagesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `@ayni/${entry.name}`);

// --- Layer 1: who may know whom, by the tags in each package.json (needs Nx's project graph) ---

/** What each library may know of the others: every arrow points to what stood before it. */
const arrows = {
  distribution: [],
  'rule-sets': ['distribution'],
  kernel: [],
  processes: ['kernel'],
  contracts: ['kernel'],
  database: ['kernel', 'contracts'],
  messaging: ['kernel', 'contracts', 'database'],
  http: ['kernel', 'contracts', 'processes', 'database', 'messaging'],
  'reference-data': ['kernel', 'contracts', 'database', 'messaging'],
  facts: ['kernel', 'contracts', 'database', 'messaging', 'http', 'reference-data'],
  attachments: ['kernel', 'contracts', 'database', 'http'],
  paper: ['kernel'],
  spreadsheets: ['kernel'],
  secrets: ['kernel', 'contracts', 'processes', 'database'],
  'service-kit': [
    ...['kernel', 'distribution', 'contracts', 'processes', 'database', 'messaging', 'http', 'reference-data', 'facts'],
    'secrets',
  ],
  'postgres-server': ['kernel', 'processes', 'database'],
  'kafka-server': ['kernel', 'processes'],
  'api-client': ['kernel'],
  'season-folder': ['kernel', 'api-client'],
  testing: ['kernel', 'processes'],
  'testing-systems': [
    ...['kernel', 'contracts', 'processes', 'database', 'secrets', 'postgres-server', 'kafka-server', 'testing'],
  ],
};
/** What anybody outside has of us. */
const seenFromOutside = [
  'kernel',
  'distribution',
  'contracts',
  'api-client',
  'season-folder',
  'testing',
  'testing-systems',
];
/** They are there for tests, and only what uses them in tests knows them. */
const testing = ['testing', 'testing-systems', 'testing-service'];

const webOfFrameworks = ['@nestjs/*', 'typeorm', 'kafkajs', 'pg', 'class-validator', 'class-transformer', 'rxjs'];
const scopesOfServices = packagesIn('services').map((name) => name.replace('@ayni/', 'scope:'));

/** `extra` is what only tests may know besides. */
const tags = (...extra) => ({
  allow: [],
  // A test may use its own project as anybody else would.
  allowCircularSelfDependency: extra.length > 0,
  banTransitiveDependencies: true,
  depConstraints: [
    { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
    ...scopesOfServices.map((scope) => ({ sourceTag: scope, onlyDependOnLibsWithTags: [scope, 'scope:shared'] })),
    {
      sourceTag: 'type:pure',
      onlyDependOnLibsWithTags: ['type:pure', ...extra],
      bannedExternalImports: webOfFrameworks,
    },
    {
      sourceTag: 'type:contracts',
      onlyDependOnLibsWithTags: ['type:contracts', 'type:pure', ...extra],
      bannedExternalImports: webOfFrameworks,
    },
    {
      sourceTag: 'type:platform',
      onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:pure', ...extra],
    },
    {
      sourceTag: 'type:testing',
      onlyDependOnLibsWithTags: ['type:testing', 'type:platform', 'type:contracts', 'type:pure'],
    },
    { sourceTag: 'type:client', onlyDependOnLibsWithTags: ['type:client', 'type:pure', ...extra] },
    {
      sourceTag: 'type:pages',
      onlyDependOnLibsWithTags: ['type:pages', 'type:pure', ...extra],
      bannedExternalImports: webOfFrameworks,
    },
    { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:pure', ...extra] },
    {
      sourceTag: 'type:app',
      onlyDependOnLibsWithTags: [
        ...['type:service', 'type:platform', 'type:client', 'type:contracts', 'type:pure', ...extra],
      ],
    },
    {
      sourceTag: 'type:tool',
      onlyDependOnLibsWithTags: ['type:platform', 'type:client', 'type:contracts', 'type:pure', ...extra],
    },
    {
      sourceTag: 'type:e2e',
      onlyDependOnLibsWithTags: ['type:testing', 'type:client', 'type:contracts', 'type:pure'],
      bannedExternalImports: ['@nestjs/*', 'typeorm'],
    },
  ],
});

// --- Layer 2: who may import what, by folder (needs nothing but the path) ---

const project = /^(?:apps|libs|services|tools|tests)\/[^/]+\//;
const test = /\.spec\.tsx?$|^tests\/|^[^/]+\/[^/]+\/test\//;
const drivers = ['typeorm', '@nestjs/typeorm', 'pg', 'kafkajs'];
const doorsAndFrameworks = [...drivers, '@nestjs', 'express', 'rxjs', 'class-validator', 'class-transformer'];

/**
 * Each row: the files it is about, then either the `only` addresses that they may import or the ones that they may
 * `never` import. An address is a package, or a path from the workspace's root, or what such a one looks like; `~/` is
 * the importing project's `src/`.
 * Every row that fits a file holds.
 */
const rooms = [
  ...Object.entries(arrows).map(([name, known]) => ({
    files: new RegExp(`^libs/${name}/`),
    never: packagesIn('libs').filter((other) => ![name, ...known, ...testing].includes(other.replace('@ayni/', ''))),
    why: `libs/${name} may know ${known.length > 0 ? known.join(', ') : 'no other library'}`,
  })),
  {
    files: /^libs\/http\//,
    never: ['carrier', 'inbox', 'outbox/relay', 'outbox/outbox', 'spine-tables'].map(
      (room) => `@ayni/messaging/${room}`,
    ),
    why: 'a door gives its commands a trace; what happens to events then is none of its business',
  },
  {
    files: /^libs\/(?:distribution|kernel)\/src\//,
    only: ['~/'],
    why: 'a pure library imports nothing but itself',
  },
  {
    files: /^libs\/rule-sets\/src\//,
    only: ['~/', '@ayni/distribution'],
    why: 'rule sets are data: the arithmetic that they are for is all that they need',
  },
  {
    files: /^libs\/contracts\/src\//,
    only: ['~/', '@ayni/kernel', 'typebox', 'ajv', 'ajv-formats'],
    why: 'contracts are declarations: the kernel and a validator are all that they need',
  },
  {
    files: /^(?!apps\/)/,
    tests: true,
    never: packagesIn('services'),
    why: 'only apps import services; another service is known by its events alone',
  },
  {
    files: /^/,
    tests: true,
    never: [...packagesIn('apps'), ...packagesIn('tools')],
    why: 'apps and tools are programs: what two of them need is a library',
  },
  {
    files: /^(?!libs\/testing(?:-\w+)?\/|tools\/jest\/)/,
    never: [...testing.map((name) => `@ayni/${name}`), '@jest', 'jest', 'supertest', 'fast-check'],
    why: 'what is made for tests is imported by tests only',
  },
  {
    files: /^tests\//,
    tests: true,
    never: [
      ...packagesIn('libs').filter((name) => !seenFromOutside.includes(name.replace('@ayni/', ''))),
      ...['@nestjs', 'typeorm'],
    ],
    why: 'journeys use what anybody outside has: HTTP, SQL and events',
  },
  {
    files: /^(?!libs\/(?:messaging|kafka-server)\/|tools\/bench\/)/,
    never: ['kafkajs'],
    why: 'only libs/messaging and libs/kafka-server speak to Kafka, and those who measure or test that',
  },
  {
    files: /^(?!libs\/(?:database|testing(?:-\w+)?)\/)/,
    never: ['pg'],
    why: 'PostgreSQL is spoken to through @ayni/database/driver, which reads nothing from the environment',
  },
  ...[
    { room: 'words', may: [], why: 'words know nothing but the kernel' },
    { room: 'offline', may: ['api', 'words'], why: 'what is kept and sent knows no page and no React' },
    { room: 'api', may: ['offline', 'words'], why: 'whoever asks the system knows no page and no React' },
    { room: 'hooks', may: ['api', 'offline', 'words'], why: 'what pages have in common to ask and to act' },
    { room: 'design', may: ['hooks', 'api', 'offline', 'words'], why: 'a part of a page knows no page' },
  ].map(({ room, may, why }) => ({
    files: new RegExp(`^services/web/src/${room}/`),
    never: [
      ...['app', 'pages', 'design', 'hooks', 'api', 'offline', 'words']
        .filter((other) => other !== room && !may.includes(other))
        .map((other) => `~/${other}/`),
      ...(['words', 'offline', 'api'].includes(room)
        ? ['react', 'react-dom', 'wouter', '@tanstack', 'lucide-react']
        : []),
    ],
    why,
  })),
  {
    files: /^services\/web\/src\/pages\//,
    never: ['~/app/'],
    why: 'a page does not know the frame that it stands in',
  },
  {
    files: /^services\/web\/src\/(?!api\/|offline\/)/,
    never: [/^services\/web\/src\/api\/(?:send|generated\/\w+)$/],
    why: 'the system is asked by its routes, with `ask`',
  },
  {
    files: /^services\/web\/src\/(?!offline\/)/,
    never: ['idb'],
    why: 'what a device keeps is the business of src/offline',
  },
  {
    files: /^services\/[^/]+\/src\/domain\/(?!.*\.port\.ts$)/,
    only: ['~/domain/', '@ayni/kernel', '@ayni/distribution', '@ayni/rule-sets'],
    why: 'the domain knows arithmetic, what laws say, and itself',
  },
  {
    files: /^services\/[^/]+\/src\/domain\/.*\.port\.ts$/,
    only: ['~/domain/', '@ayni/kernel', '@ayni/distribution', '@ayni/database'],
    why: 'a port names what the domain needs kept, and the transaction in which that is done',
  },
  {
    files: /^services\/[^/]+\/src\/(?:facts|registered)\//,
    only: [
      ...['~/facts/', '~/registered/', '~/domain/'],
      ...['@ayni/kernel', '@ayni/contracts', '@ayni/facts', '@ayni/http/fields'],
    ],
    why: 'a fact, or what is registered, is declared: its fields, its table, its events, and nothing done',
  },
  {
    files: /^services\/[^/]+\/src\/use-cases\//,
    never: [
      ...['~/persistence/', '~/http/', '~/consumers/', '~/publishing/', '@ayni/contracts'],
      ...doorsAndFrameworks,
    ],
    why: 'a use-case knows the domain and its ports, never a door, a store or a framework',
  },
  {
    files: /^services\/[^/]+\/src\/http\//,
    never: ['~/persistence/', '~/consumers/', '~/publishing/', ...drivers],
    why: 'a door translates and calls a use-case; it never reaches the store',
  },
  {
    files: /^services\/[^/]+\/src\/consumers\//,
    never: ['~/persistence/', '~/http/', '~/publishing/', '@nestjs/typeorm', 'kafkajs'],
    why: 'a door translates and calls a use-case; it never reaches the store or the other door',
  },
  {
    files: /^services\/[^/]+\/src\/publishing\//,
    only: ['~/publishing/', '~/domain/', '@ayni/contracts', '@ayni/kernel'],
    why: 'publishing chooses words for facts: domain in, contracts out, nothing done',
  },
  {
    files: /^services\/[^/]+\/src\/(?:http|consumers)\//,
    never: [/\.port$/, '@ayni/reference-data/coops/coop-directory', '@ayni/database/statement'],
    why: 'a door asks a use-case, which knows what is kept and how it is asked for',
  },
  {
    files: /^services\/[^/]+\/src\/persistence\//,
    never: ['~/http/', '~/consumers/', '~/use-cases/'],
    why: 'nothing points back: the store knows the domain, not who calls it',
  },
  {
    files: /^services\/[^/]+\/src\/(?!persistence\/|app\.module\.ts$|index\.ts$)/,
    never: ['~/persistence/'],
    why: 'only app.module.ts joins ports to adapters, and index.ts names the tables',
  },
  {
    files: /^services\/[^/]+\/src\/[^/]+\//,
    never: ['~/app.module', '~/main'],
    why: 'nothing points back: rooms do not know who composes them',
  },
];

const importsByRoom = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(root, context.filename).replaceAll('\\', '/');
    const home = project.exec(file)?.[0];
    if (!home || /\.config\.mjs$/.test(file)) return {};
    const ownPage = /^services\/web\/src\/pages\/([^/]+)\//.exec(file)?.[1];
    const rows = rooms.filter((row) => row.files.test(file) && (row.tests || !test.test(file)));

    const addressOf = (specifier) =>
      specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier).replace(/\.[cm]?[jt]sx?$/, '') : specifier;
    const meets = (address, entry) => {
      if (entry instanceof RegExp) return entry.test(address);
      const place = entry.replace('~/', `${home}src/`);
      return address === place || address.startsWith(place.endsWith('/') ? place : `${place}/`);
    };
    const judge = (node, specifier) => {
      const address = addressOf(specifier);
      const refuse = (why) => context.report({ node, message: `"${specifier}" may not be imported here: ${why}.` });
      if (/^(?:\/|file:|data:)/.test(specifier) || (specifier.startsWith('.') && !`${address}/`.startsWith(home))) {
        return refuse('a path stays inside its project; another project is imported by its name');
      }
      const page = /^services\/web\/src\/pages\/([^/]+)\//.exec(address)?.[1];
      if (ownPage !== undefined && page !== undefined && page !== ownPage)
        return refuse('pages do not import each other: what two of them need stands in src/design or src/hooks');
      for (const { only, never, why } of rows) {
        const listed = (only ?? never).some((entry) => meets(address, entry));
        if (listed === Boolean(never)) return refuse(why);
      }
    };
    const judgeSource = (node) => {
      if (node.source?.type === 'Literal') judge(node.source, String(node.source.value));
    };
    return {
      ImportDeclaration: judgeSource,
      ExportNamedDeclaration: judgeSource,
      ExportAllDeclaration: judgeSource,
      TSImportType: judgeSource,
      TSExternalModuleReference: (node) => judge(node.expression, String(node.expression.value)),
      ImportExpression(node) {
        if (node.source.type === 'Literal') judgeSource(node);
        else if (file.startsWith('services/') && !test.test(file)) {
          context.report({ node, message: 'An import() of a computed name cannot be judged: write the name.' });
        }
      },
    };
  },
};

const clockAndChance = 'Pure code is told the time and never throws dice: take the value as an argument.';
const outside = 'Pure code does nothing outside itself.';
const impureGlobals = [
  ...['process', 'global', 'globalThis', 'require', 'module', 'console', 'Buffer', 'crypto', 'performance', 'fetch'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'WebSocket', 'EventSource', 'XMLHttpRequest'],
  ...['eval', 'Function', 'WebAssembly', 'Temporal'],
].map((name) => ({ name, message: outside }));
const impureProperties = [
  { object: 'Date', property: 'now', message: clockAndChance },
  { object: 'Math', property: 'random', message: clockAndChance },
  { object: 'Math', property: 'round', message: 'Rounding has a rule here: use the exact integers of @ayni/kernel.' },
];
const environment = 'The environment is read once, in config.ts.';
const environmentProperties = [{ object: 'process', property: 'env', message: environment }];
const environmentSyntax = [
  { selector: 'MemberExpression[property.name="env"][object.property.name="process"]', message: environment },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]',
    message: environment,
  },
];
const impureSyntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clockAndChance },
  { selector: 'CallExpression[callee.name="Date"]', message: clockAndChance },
  {
    selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]',
    message: clockAndChance,
  },
  { selector: 'ImportExpression', message: outside },
  { selector: 'MetaProperty', message: outside },
];
/** What a client may leave out it may send as null as well; an address holds no null. */
const sentSyntax = [
  {
    selector:
      'ClassDeclaration:not([id.name=/Query$/]) > ClassBody > PropertyDefinition:has(Decorator Property[key.name=/^(optional|unless)$/]):not(:has(TSNullKeyword))',
    message: 'What may be left out may be null as well: say `| null`.',
  },
];
const publishedSyntax = [
  {
    selector: 'CallExpression[callee.property.name="publish"] > Literal.arguments:nth-child(3)',
    message: 'The number of an event follows from those before it, and is FIRST_SEQ for the first.',
  },
];
const mocks = ['mock', 'doMock', 'unstable_mockModule', 'setMock', 'createMockFromModule', 'spyOn', 'replaceProperty'];

/** What `@eslint/js` lists as recommended, asked of ESLint itself. */
const recommended = [...builtinRules]
  .filter(([, rule]) => rule.meta?.docs?.recommended && !rule.meta.deprecated)
  .map(([name]) => [name, 'error']);

export default defineConfig(
  { ignores: ['**/dist', '**/dist-spec', '**/dist-types', '**/coverage', 'services/web/src/api/generated'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { rules: Object.fromEntries(recommended) },
  tseslint.configs.recommended,
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  {
    plugins: { '@nx': nx, ayni: { rules: { 'imports-by-room': importsByRoom } } },
    rules: {
      eqeqeq: 'error',
      'no-restricted-properties': ['error', ...environmentProperties],
      'no-restricted-syntax': ['error', ...environmentSyntax, ...publishedSyntax],
      'ayni/imports-by-room': 'error',
      '@nx/enforce-module-boundaries': ['error', tags()],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    // all files as one program: one for each project would check what they share again each time
    languageOptions: {
      parserOptions: { project: './tsconfig.eslint.json', tsconfigRootDir: root, emitDecoratorMetadata: true },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/config.ts', 'tools/*/src/main.ts', 'tools/jest/*.mjs', 'libs/testing*/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['libs/{distribution,kernel}/src/**/*.ts', 'services/*/src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...environmentProperties, ...impureProperties],
      'no-restricted-syntax': ['error', ...environmentSyntax, ...impureSyntax],
    },
  },
  {
    files: ['libs/distribution/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...impureGlobals,
        { name: 'Date', message: outside },
        { name: 'Intl', message: outside },
      ],
    },
  },
  {
    files: ['services/*/src/{http,facts,registered}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...environmentSyntax, ...sentSyntax] },
  },
  {
    files: ['services/*/src/publishing/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...impureGlobals] },
  },
  {
    files: ['**/*.spec.ts', '*/*/test/**', 'tests/**'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', tags('type:testing')],
      'no-restricted-globals': 'off',
      'no-restricted-properties': [
        'error',
        ...mocks.map((property) => ({ object: 'jest', property, message: 'Nothing is mocked: test the real thing.' })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name=/^(describe|test|it)$/][property.name="only"]',
          message: 'A test left alone hides the others.',
        },
      ],
    },
  },
  { files: ['services/web/**/*.tsx', 'services/web/src/hooks/*.ts'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['**/*.config.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
);
