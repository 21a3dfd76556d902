import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entities, type EntityType } from '#shared/entities.ts';
import { OfficeDatabase, tableOfEntity } from '../database.ts';
import { createRowCipher } from '../encryption/row-cipher.ts';
import { metaNames } from '../rows.ts';
import { schemaVersions } from './schema-versions.ts';

const snapshot: unknown = JSON.parse(readFileSync(new URL('./schema-snapshot.json', import.meta.url), 'utf8'));

/** Index parts that may lie readable beside encrypted contents. */
const openKeys = new Set([
  'id',
  'stream',
  'seq',
  'type',
  'flags',
  'open',
  'n',
  'kind',
  'documentId',
  'registerId',
  'outgoingId',
  'dossierId',
  'ownerId',
  'memberId',
  'unitId',
  'meetingId',
  'itemId',
  'batchId',
  'importId',
  'h',
  'dev',
  'field',
  'key',
  'hash',
  'state',
]);

describe('the store and what travels', () => {
  it('are as the snapshot says: a released table or field is never renamed, removed or reused (add a version and a line instead)', () => {
    const travels = Object.fromEntries(
      Object.entries(entities).map(([type, { schema }]) => [type, Object.keys(schema.shape)]),
    );
    expect({ versions: schemaVersions, travels }).toEqual(snapshot);
  });

  it('keep names, numbers, abstracts and dates of birth out of every index', () => {
    for (const { stores } of schemaVersions) {
      for (const [table, list] of Object.entries(stores)) {
        const parts = list.match(/[a-zA-Z]+/g) ?? [];
        expect(
          parts.filter((part) => !openKeys.has(part)),
          table,
        ).toEqual([]);
      }
    }
  });

  it('leave the names of the meta part free', () => {
    for (const { schema } of Object.values(entities))
      expect(Object.keys(schema.shape).filter((name) => (metaNames as readonly string[]).includes(name))).toEqual([]);
  });

  it('have a table for every entity', async () => {
    const db = new OfficeDatabase('schema-test', createRowCipher([{ id: 1, key: new Uint8Array(32) }]));
    await db.open();
    const names = db.tables.map(({ name }) => name);
    for (const type of Object.keys(entities) as EntityType[]) expect(names).toContain(tableOfEntity[type]);
    db.close();
  });
});
