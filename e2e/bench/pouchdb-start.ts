import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import expressPouchDB from 'express-pouchdb';
import http from 'pouchdb-adapter-http';
import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import mapreduce from 'pouchdb-mapreduce';
import replication from 'pouchdb-replication';
import { openShapingProxy, type LineCount } from '#e2e/office/shaping-proxy.ts';

const AT_ONCE = 500;

/** The first replication of a new PouchDB from its own server, both in memory, with its usual settings: what passed on the line. */
export async function replicateFromPouch(
  docs: readonly { readonly _id: string }[],
  folder: string,
): Promise<LineCount> {
  PouchDB.plugin(memory).plugin(http).plugin(replication).plugin(mapreduce);
  const OnServer = PouchDB.defaults({ adapter: 'memory', prefix: 'server-' });
  const app = express();
  const logPath = join(folder, 'pouchdb.log');
  app.use('/', expressPouchDB(OnServer, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy = await openShapingProxy((server.address() as AddressInfo).port);
  try {
    const source = new OnServer('documents');
    for (let from = 0; from < docs.length; from += AT_ONCE) await source.bulkDocs(docs.slice(from, from + AT_ONCE));
    const target = new PouchDB('new-pc', { adapter: 'memory' });
    proxy.take();
    const { docs_written: written } = await PouchDB.replicate(`${proxy.url}/documents`, target);
    const count = proxy.take();
    const { doc_count: held } = await target.info();
    if (written !== docs.length || held !== docs.length) throw new Error(`PouchDB has ${String(held)} documents`);
    return count;
  } finally {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  }
}
