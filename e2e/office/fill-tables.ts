import type { Page } from 'playwright';
import { tableOfEntity } from '#renderer/data/database.ts';
import { must } from '#shared/base/must.ts';
import { entities, type EntityType } from '#shared/entities.ts';

const CHUNK = 4000;
const entityTypes = Object.keys(entities) as readonly EntityType[];

/** A record on its way into the page's store: its id and fields. */
export type FilledRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/**
 * Puts records straight into the page's store by tables, enciphered like any row, as if the province had sent them, for what looks at many of them. The
 * exchange is stopped, or it would find records the province does not know.
 */
export async function fillTables(page: Page, tables: Readonly<Record<string, readonly FilledRow[]>>): Promise<void> {
  await page.evaluate(() => window.officeForTests?.sync.stop());
  for (const [table, rows] of Object.entries(tables))
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK).map((row, at) => toStored(table, row, from + at + 1));
      // As one text: an object for each record takes five times as long on its way into the page.
      await page.evaluate(
        async ([name, text]) => {
          const handle = window.officeForTests;
          if (handle === undefined) throw new Error('the app is not open to tests');
          const { db, stream } = handle.office;
          const read = JSON.parse(text) as readonly object[];
          await db.table(name).bulkPut(read.map((row) => ({ ...row, stream }))); // it has its place already
        },
        [table, JSON.stringify(chunk)] as const,
      );
    }
  await page.evaluate(() => window.officeForTests?.office.search.rebuild());
}

/** A row as the app builds it, its fields in the order of their schema: so it is stored in the same form, and read at the same cost. */
function toStored(table: string, { id, ...given }: FilledRow, seq: number): Readonly<Record<string, unknown>> {
  const type = must(
    entityTypes.find((each) => tableOfEntity[each] === table),
    'a table of records',
  );
  const fields = Object.fromEntries(Object.keys(entities[type].schema.shape).map((name) => [name, given[name]]));
  return { ...fields, id, stream: '', seq, pending: 0, conflicts: [], removed: false, flags: [] };
}
