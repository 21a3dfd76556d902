/** The little of PouchDB and its server that the bench uses; the packages bring no types. */
declare module 'pouchdb-core' {
  type Result = { readonly ok: boolean; readonly docs_written: number };
  type Place = PouchDB | string;

  export default class PouchDB {
    #private;
    constructor(name: string, options?: { readonly adapter?: string });
    static plugin(plugin: unknown): typeof PouchDB;
    static defaults(options: { readonly adapter: string; readonly prefix: string }): typeof PouchDB;
    static replicate(from: Place, to: Place, options?: { readonly batch_size?: number }): Promise<Result>;
    bulkDocs(docs: readonly unknown[]): Promise<unknown>;
    info(): Promise<{ readonly doc_count: number }>;
  }
}
declare module 'pouchdb-adapter-http';
declare module 'pouchdb-adapter-memory';
declare module 'pouchdb-replication';
declare module 'pouchdb-mapreduce';
declare module 'express' {
  import type { RequestListener } from 'node:http';

  type App = RequestListener & { readonly use: (path: string, handler: unknown) => unknown };
  export default function express(): App;
}
declare module 'express-pouchdb' {
  import type PouchDB from 'pouchdb-core';

  type Options = { readonly mode: string; readonly inMemoryConfig: boolean; readonly logPath: string };
  export default function expressPouchDB(database: typeof PouchDB, options: Options): unknown;
}
