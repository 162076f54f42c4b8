import { z } from 'zod';
import { searchApiAnswer, searchQuery } from '#src/features/search/search-api.ts';
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
    required: !(field as z.ZodType).safeParse(undefined).success,
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

/** Of what comes in pages. */
const PAGED = {
  refusals: {
    ...REFUSALS,
    409: refused('The figures were counted anew; begin without a cursor'),
  },
};

/** What is open to everybody asks for no token, and refuses none. */
const OPEN = {
  security: [],
  refusals: {
    400: REFUSALS[400],
    429: REFUSALS[429],
    503: refused('The search does not answer now'),
  },
};

function get(
  operationId: string,
  summary: string,
  answer: z.ZodType,
  parameters: object[] = [],
  { security, refusals }: { security?: object[]; refusals: object } = { refusals: REFUSALS },
): object {
  return {
    get: {
      operationId,
      summary,
      parameters,
      ...(security && { security }),
      responses: {
        200: {
          description: summary,
          headers: { ETag: { schema: { type: 'string' } } },
          content: { 'application/json': { schema: schemaOf(answer) } },
        },
        304: { description: 'The same as what If-None-Match names' },
        ...refusals,
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
    return [`/tables/${name}`, get(`table-${name}`, describes, page(row), parameters, PAGED)];
  });
  return {
    openapi: '3.1.0',
    info: {
      title: siteName,
      version: '1',
      description:
        'The search, for everybody; and what readers said and did, by the measures that the pages of ' +
        'insights show, with a token.',
    },
    servers: [{ url: `${siteUrl}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths: {
      '/search': get(
        'search',
        'A page of results, as the site has it: articles and solved questions. Nobody needs a token, ' +
          'and nothing is recorded.',
        searchApiAnswer,
        parametersOf(searchQuery),
        OPEN,
      ),
      '/tables': get('tables', 'Every table', tableList),
      ...Object.fromEntries(tables),
      '/articles': get(
        'articles',
        'Articles in brief, the one that needs work most first',
        articlePages,
        parametersOf(listQuery),
        PAGED,
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
