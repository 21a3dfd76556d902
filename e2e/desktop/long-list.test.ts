import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillStore } from '#e2e/office/fill-store.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { generateCommune } from '#e2e/sample/commune.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { allDocuments } from '#renderer/data/documents/document-list.ts';
import { documentsText } from '#renderer/messages/documents.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { must } from '#shared/base/must.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';

const PAPERS = 3000;
const today = toPlainDate('2026-11-20');
/** What two places may differ by: the scroller stands on whole pixels, rows need not. */
const PIXEL = 1;

let folder: string;
let server: RunningServer;
let pc: OfficePc;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hosoxa-long-list-'));
  server = await startServer({ dataDir: folder });
  const [place] = samplePlaces;
  await seedProvince(server, { seed: 'long-list', documents: 20, members: 0, files: 0, today, place }, Date.now);
  pc = await OfficePc.join(server, place.id, 'Máy danh sách', true);
  await pc.settle();
  ({ page } = pc);
  const { documents } = generateCommune({ seed: 'long-list', documents: PAPERS, members: 0, today });
  await fillStore(page, documents, today);
  await page.evaluate(() => (window.location.hash = '#/documents'));
  await untilDrawn();
});
afterAll(async () => {
  await pc.discard();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

type Drawn = { readonly index: number; readonly top: number; readonly bottom: number; readonly text: string };

/** The rows in view, and where the room for them begins and ends; nothing is waited for. */
function look(): Promise<{ rows: readonly Drawn[]; top: number; bottom: number; isWhole: boolean }> {
  return page.evaluate((label) => {
    const grid = document.querySelector(`[role=grid][aria-label="${label}"]`);
    const head = grid?.querySelector('[role=columnheader]')?.closest('[role=rowgroup]');
    const [top, bottom] = [head?.getBoundingClientRect().bottom ?? 0, grid?.getBoundingClientRect().bottom ?? 0];
    const all = [...(grid?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    const rows = all
      .map((row) => ({ row, rect: row.getBoundingClientRect() }))
      .filter(({ rect }) => rect.bottom > top + 1 && rect.top < bottom - 1);
    return {
      rows: rows.map(({ row, rect }) => ({
        index: Number(row.dataset['index']),
        top: rect.top,
        bottom: rect.bottom,
        text: row.innerText,
      })),
      top,
      bottom,
      isWhole: rows.length > 3 && rows.every(({ row }) => row.dataset['blank'] === undefined),
    };
  }, documentsText.list);
}

/** Waits until every row in view is loaded. */
async function untilDrawn(): Promise<void> {
  await vi.waitFor(
    async () => {
      expect((await look()).isWhole).toBe(true);
    },
    { timeout: 30_000, interval: 30 },
  );
}

/** Scrolls to a height, or by one, and waits for the rows there. */
async function scroll(way: { readonly to: number } | { readonly by: number }): Promise<void> {
  await page.evaluate(
    ([label, { to, by }]) => {
      const grid = document.querySelector(`[role=grid][aria-label="${label}"]`);
      if (grid !== null) grid.scrollTop = to ?? grid.scrollTop + (by ?? 0);
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    [documentsText.list, way as { readonly to?: number; readonly by?: number }] as const,
  );
  await untilDrawn();
}

/** Symbol and abstract of the papers at these places of the list, as the store and the index have them. */
function papersAt(places: readonly number[]): Promise<readonly { symbol: string; abstract: string }[]> {
  return page.evaluate(
    async ([wanted, filter, day]) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { search, db } = handle.office;
      const ids = await search.list(filter, day);
      const rows = await db.documents.bulkGet(wanted.map((place) => ids.at(place) ?? ''));
      return rows.map((row) => ({ symbol: row?.symbol ?? '', abstract: row?.abstract ?? '' }));
    },
    [places, allDocuments, today] as const,
  );
}

/** The rows in view lie one below the other, fill the room, and are the papers of their places. */
async function expectRightRows(): Promise<void> {
  const { rows, top, bottom } = await look();
  const first = must(rows[0], 'rows are drawn');
  expect(first.top).toBeLessThanOrEqual(top + PIXEL);
  expect(must(rows.at(-1), 'rows are drawn').bottom).toBeGreaterThanOrEqual(bottom - 2 * PIXEL);
  rows.slice(1).forEach((row, i) => {
    const before = must(rows[i], 'there is one before');
    expect(row.index).toBe(before.index + 1);
    expect(Math.abs(row.top - before.bottom)).toBeLessThanOrEqual(0.1);
  });
  const papers = await papersAt(rows.map(({ index }) => index));
  papers.forEach(({ symbol, abstract }, i) => {
    const text = rows[i]?.text ?? '';
    expect(text).toContain(symbol === '' ? documentsText.noSymbol : symbol);
    expect(text).toContain(abstract === '' ? documentsText.noAbstract : abstract);
  });
}

describe('a list of thousands of papers', () => {
  it('shows the papers of its places without gap, wherever and however fast it is scrolled', async () => {
    await expectRightRows();
    for (const top of [40, 300, 1200, 60_000, 60_900, 150_000, 149_500, 90_000, 10_000_000, 0]) {
      await scroll({ to: top });
      await expectRightRows();
    }
  });

  it('keeps what is in view where it is while rows above it turn out higher or lower than was thought', async () => {
    await scroll({ to: 100_000 });
    let moved = 0;
    for (let step = 0; step < 60; step += 1) {
      const before = await look();
      const mark = must(before.rows[1], 'some rows are in view');
      await scroll({ by: -30 });
      const after = (await look()).rows.find(({ index }) => index === mark.index);
      if (after !== undefined) moved = Math.max(moved, Math.abs(after.top - mark.top - 30));
    }
    expect(moved).toBeLessThanOrEqual(2 * PIXEL);
  });

  it('brings the chosen row into view by the keyboard, whole', async () => {
    const grid = page.getByRole('grid', { name: documentsText.list });
    await grid.focus();
    for (const [key, times] of [
      ['End', 1],
      ['ArrowUp', 14],
      ['PageUp', 3],
      ['ArrowDown', 25],
      ['Home', 1],
      ['PageDown', 2],
    ] as const) {
      for (let i = 0; i < times; i += 1) await grid.press(key);
      await untilDrawn();
      const chosen = await page.locator('[role=grid] [aria-selected=true]').getAttribute('data-index');
      const { rows, top, bottom } = await look();
      const row = must(
        rows.find(({ index }) => String(index) === chosen),
        `the chosen row is in view after ${key}`,
      );
      expect(row.top).toBeGreaterThanOrEqual(top - PIXEL);
      expect(row.bottom).toBeLessThanOrEqual(bottom + PIXEL);
    }
    await expectRightRows();
  });

  it('shows a change of a paper in view, and of one that was in view a moment ago', async () => {
    await scroll({ to: 0 });
    const change = (place: number, abstract: string): Promise<number | undefined> =>
      page.evaluate(
        async ([at, words, filter, day]) => {
          const office = window.officeForTests?.office;
          const id = (await office?.search.list(filter, day))?.at(at) ?? '';
          return office?.db.documents.update(id, { abstract: words });
        },
        [place, abstract, allDocuments, today] as const,
      );
    expect(await change(2, 'Sửa khi đang xem')).toBe(1);
    await expect.poll(async () => (await look()).rows[2]?.text).toContain('Sửa khi đang xem');
    await scroll({ to: 50_000 });
    expect(await change(3, 'Sửa khi không xem')).toBe(1);
    await scroll({ to: 0 });
    await expect.poll(async () => (await look()).rows[3]?.text).toContain('Sửa khi không xem');
    await expectRightRows();
  });
});
