import type { Page } from 'playwright';
import { allDocuments } from '#renderer/data/documents/document-list.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { SampleRecord } from '../sample/sample-record.ts';

const CHUNK = 5000;

/**
 * Puts papers straight into the page's store, enciphered like any row, as if the province had sent them, and waits until the index has them: for what
 * looks at long lists. The exchange is stopped, or it would find papers the province does not know.
 */
export async function fillStore(
  page: Page,
  documents: readonly SampleRecord<'document'>[],
  today: PlainDate,
): Promise<void> {
  await page.evaluate(() => window.officeForTests?.sync.stop());
  let text = textOf(documents, 0);
  for (let at = 0; at < documents.length; at += CHUNK) {
    // As one text: an object for each paper takes five times as long on its way into the page. The next is made ready meanwhile.
    const written = page.evaluate(async (papers) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { db, stream } = handle.office;
      const rows = JSON.parse(papers) as Parameters<typeof db.documents.bulkPut>[0];
      await db.documents.bulkPut(rows.map((row) => ({ ...row, stream })));
    }, text);
    text = textOf(documents, at + CHUNK);
    await written;
  }
  await page.evaluate(
    async ({ filter, day }) => {
      const search = window.officeForTests?.office.search;
      search?.rebuild();
      await search?.list(filter, day);
    },
    { filter: allDocuments, day: today },
  );
}

function textOf(documents: readonly SampleRecord<'document'>[], from: number): string {
  return JSON.stringify(
    documents.slice(from, from + CHUNK).map(({ id, fields }, i) => ({
      ...fields,
      id,
      seq: from + i + 1,
      pending: 0,
      conflicts: [],
      removed: false,
      flags: [],
    })),
  );
}
