import { z } from 'zod';
import { listQuery, scopeQuery, tableQuery } from './api-query.ts';
import { articleDigest } from './article-digest.ts';
import { articleAnswer } from './article-report-schema.ts';
import { INSIGHT_TABLES } from './insight-tables.ts';

/** JSON Schema as OpenAPI 3.1 takes it; moments go out as texts. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (!(zodSchema instanceof z.ZodDate)) return;
      jsonSchema.type = 'string';
      jsonSchema.format = 'date-time';
    },
  });
  return plain;
}

/** What a query may hold. */
function parametersOf(query: z.ZodObject): object[] {
  return Object.entries(query.shape).map(([name, field]) => ({
    name,
    in: 'query',
    required: false,
    description: z.globalRegistry.get(field as z.ZodType)?.description ?? name,
    schema: schemaOf(field as z.ZodType, 'input'),
  }));
}

const pathParameter = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
});

const page = (row: z.ZodType, more: z.ZodRawShape = {}) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable().describe('The cursor of the next page; null at the end'),
    from: z.string().describe('First day, yyyy-mm-dd (UTC)'),
    to: z.string().describe('Last day'),
    countedAt: z.date().nullable().describe('When events were last counted'),
    ...more,
  });

const refused = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
});

const REFUSALS = {
  400: refused('A parameter is wrong'),
  401: refused('No token, or none that is good'),
  403: refused('The token or its owner may not read insights'),
  404: refused('There is no such table or article'),
  429: refused('Too many requests; Retry-After tells the seconds to wait'),
};

function get(
  operationId: string,
  summary: string,
  answer: z.ZodType,
  parameters: object[] = [],
  isPaged = false,
): object {
  return {
    get: {
      operationId,
      summary,
      parameters,
      responses: {
        200: {
          description: summary,
          headers: { ETag: { schema: { type: 'string' } } },
          content: { 'application/json': { schema: schemaOf(answer) } },
        },
        304: { description: 'The same as what If-None-Match names' },
        ...REFUSALS,
        ...(isPaged && { 409: refused('The figures were counted anew; begin without a cursor') }),
      },
    },
  };
}

const tableList = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      describes: z.string(),
      ofArticle: z.boolean().describe('Whether it needs the parameter article'),
      columns: z.array(z.string()),
    }),
  ),
});

const articlePages = page(articleDigest, {
  examples: z.int().describe('Votes that are examples and not from readers'),
  setAside: z.int().describe('Submissions of the last 30 days taken for a program’s'),
});

/** The API in OpenAPI 3.1, made of the schemas that its answers have. */
export function describeApi(siteName: string, siteUrl: string): object {
  const tables = Object.entries(INSIGHT_TABLES).map(([name, { describes, row, ...more }]) => {
    const parameters = parametersOf('ofArticle' in more ? tableQuery : listQuery);
    return [`/tables/${name}`, get(`table-${name}`, describes, page(row), parameters, true)];
  });
  return {
    openapi: '3.1.0',
    info: {
      title: `Insights of ${siteName}`,
      version: '1',
      description: 'What readers said and did, by the measures that the pages of insights show.',
    },
    servers: [{ url: `${siteUrl}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths: {
      '/tables': get('tables', 'Every table', tableList),
      ...Object.fromEntries(tables),
      '/articles': get(
        'articles',
        'Articles in brief, the one that needs work most first',
        articlePages,
        parametersOf(listQuery),
        true,
      ),
      '/articles/{locale}/{category}/{slug}': get(
        'article',
        'All that is known of an article',
        articleAnswer,
        [...['locale', 'category', 'slug'].map(pathParameter), ...parametersOf(scopeQuery)],
      ),
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Scope insights:read' },
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
      },
      schemas: {
        Refusal: schemaOf(z.object({ error: z.string().describe('What is wrong, in words') })),
      },
    },
  };
}
