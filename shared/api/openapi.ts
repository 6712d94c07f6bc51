import * as z from 'zod';
import { components } from './response-schemas.ts';
import { problemDetails } from './problem-schema.ts';
import { type Route, ROUTES } from './routes.ts';

/** OpenAPI 3.1 of the API, made from the schemas that check its input and describe its answers. */
export function openApiDocument(server = '/'): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'news-ingest',
      version: '1',
      description:
        'What articles say: paragraphs, entities, quotations and their speakers. Requests to AWS are signed (IAM, service execute-api).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(ROUTES.map((route) => [route.path, { get: operation(route) }])),
    components: { schemas: Object.fromEntries([...ROUTES.map(({ output }) => output), problemDetails].map(component)) },
  };
}

function operation({ path, summary, input, output }: Route) {
  const { properties = {}, required = [] } = jsonSchema(input, 'input');
  return {
    operationId: path.replace(/[{}]/g, '').replace(/\/(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    parameters: Object.entries(properties).map(([name, schema]) => {
      const { description, ...rest } = schema as Record<string, unknown>;
      const inPath = path.includes(`{${name}}`);
      return {
        name,
        in: inPath ? 'path' : 'query',
        required: inPath || required.includes(name),
        description,
        schema: rest,
      };
    }),
    responses: {
      200: {
        description: 'The answer.',
        headers: { ETag: { description: 'For If-None-Match.', schema: { type: 'string' } } },
        content: { 'application/json': { schema: reference(output) } },
      },
      304: { description: 'The answer is the one that If-None-Match names.' },
      '4XX': problem('What is wrong with the question, and what to do about it.'),
      '5XX': problem('What failed; the log of the API function says why.'),
    },
  };
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: reference(problemDetails) } },
});

const nameOf = (schema: z.core.$ZodType): string => components.get(schema)!.name;

const reference = (schema: z.core.$ZodType) => ({ $ref: `#/components/schemas/${nameOf(schema)}` });

/** Each schema names its dialect, which the document does for all. */
const component = (schema: z.core.$ZodType): [string, object] => [
  nameOf(schema),
  { ...jsonSchema(schema, 'output'), $schema: undefined },
];

const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', ...(io === 'output' && { override: withoutDefault }) });

/** What a row may leave out, an answer always says. */
const withoutDefault = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
  delete jsonSchema.default;
};
