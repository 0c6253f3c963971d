import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<OpenAPIObject['components']>['schemas'];

export interface ServiceDocument {
  service: string;
  /** Null when the service did not answer. */
  document: OpenAPIObject | null;
}

const OPERATIONS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** One OpenAPI document of all services. Names of schemas and operations begin with their service, so none hides another. */
export function mergeDocuments(parts: readonly ServiceDocument[]): OpenAPIObject {
  const away = parts.filter(({ document }) => document === null).map(({ service }) => service);
  const present = parts.flatMap(({ service, document }) =>
    document === null ? [] : [{ service, document: named(service, document) }],
  );
  const about = 'The interface of Accord (和鸣). Every refusal is `application/problem+json` with a stable `code`.';
  return {
    openapi: '3.1.0',
    info: {
      title: 'Accord',
      version: '1',
      description:
        away.length === 0 ? about : `${about}\n\nAway at the moment, so their routes are missing here: ${away.join(', ')}.`,
    },
    servers: [{ url: '/' }],
    tags: present.map(({ service }) => ({ name: service })),
    paths: Object.assign({}, ...present.map(({ document }) => document.paths)) as OpenAPIObject['paths'],
    components: {
      schemas: Object.assign({}, ...present.map(({ document }) => document.components?.schemas)) as Schemas,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of POST /api/session; browsers use its cookie.' },
      },
    },
  };
}

function named(service: string, document: OpenAPIObject): OpenAPIObject {
  const text = JSON.stringify(document).replaceAll('"#/components/schemas/', `"#/components/schemas/${service}.`);
  const copy = JSON.parse(text) as OpenAPIObject;
  const schemas = Object.entries(copy.components?.schemas ?? {}).map(([name, schema]) => [`${service}.${name}`, schema] as const);
  for (const path of Object.values(copy.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      if (!OPERATIONS.has(method)) continue;
      operation.tags = [service];
      if (operation.operationId !== undefined) operation.operationId = `${service}.${operation.operationId}`;
    }
  }
  return { ...copy, components: { ...copy.components, schemas: Object.fromEntries(schemas) as Schemas } };
}
