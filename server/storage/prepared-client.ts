import { createHash } from 'node:crypto';
import pg from 'pg';

/** Most statements kept prepared on a connection; the server's own are far fewer. */
const MOST = 200;

const names = new Map<string, string>();

/** Name of a statement by its text; the same on every connection. `undefined` when there are too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 16);
  names.set(text, name);
  return name;
}

/** Asks a connection with a text and its values, as Kysely does. */
type Ask = (query: string | pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;

/** A connection that has every statement with values parsed and planned once: planning costs more than most of these statements themselves. */
export class PreparedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = super.query.bind(this) as unknown as Ask;
    const prepared: Ask = (query, values) => {
      const name = typeof query === 'string' && values !== undefined && values.length > 0 ? nameOf(query) : undefined;
      return name === undefined ? ask(query, values) : ask({ name, text: query as string, values: values ?? [] });
    };
    this.query = prepared as unknown as typeof this.query;
  }
}
