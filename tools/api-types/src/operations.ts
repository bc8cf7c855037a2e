import type { ServiceName } from '@ayni/contracts';
import type { Answer } from '@ayni/api-client/answer';

/** What types a service's routes go by in the file that a generator wrote of its document. */
type Route = {
  /** Such as `GET /api/sales/v1/sales`. */
  readonly name: string;
  /** Such as `SalesList`, before which the generator puts nothing and after which `Data` or `Responses`. */
  readonly type: string;
};

const aliasOf = (service: ServiceName): string => camel(service);

/** The file that says of each route what it is sent and what it answers. */
export function operationsFile(documents: ReadonlyMap<ServiceName, Answer>): string {
  const services = [...documents.keys()];
  const imports = services.map((service) => `import type * as ${aliasOf(service)} from './${service}.js';`);
  const routes = [...documents].flatMap(([service, document]) =>
    routesOf(document).map(
      ({ name, type }) =>
        `  '${name}': Operation<${aliasOf(service)}.${type}Data, ${aliasOf(service)}.${type}Responses>;`,
    ),
  );
  return [
    '// written by `npm run api-types`',
    ...imports,
    "import type { Operation } from '../operation.js';",
    '',
    '/** Every route of the five services, with what it is sent and what it answers. */',
    'export interface Operations {',
    ...routes,
    '}',
    '',
  ].join('\n');
}

const routesOf = (document: Answer): Route[] =>
  document.field('paths').entries.flatMap(([path, methods]) =>
    methods.entries.map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      type: pascal(operation.field('operationId').text),
    })),
  );

const pascal = (text: string): string =>
  text
    .split(/[^a-zA-Z]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const camel = (text: string): string => pascal(text).replace(/^./, (first) => first.toLowerCase());
