/**
 * Three PCs number outgoing papers for days without the province, in both regimes: the holder of the books, one with blocks, one with neither. The holder is
 * killed in the middle of a burst. Afterwards: no number twice, every printed symbol as it was printed, every gap explained, all copies equal.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killProgram } from '#e2e/office/kill-program.ts';
import { dumpNumbering, issuePapers, listNumbered, listRefused, type Issued } from '#e2e/office/numbering-work.ts';
import {
  askBlocks,
  DAYS,
  DECISION,
  DECREE,
  LETTER,
  openBooks,
  plainDays,
  REGULATION,
  TODAY,
  YESTERDAY,
  type Books,
} from '#e2e/office/numbering-office.ts';
import { sumLedger } from '#e2e/office/numbering-report.ts';
import { OfficePc } from '#e2e/office/office-pc.ts';
import { expectEqual, expectThat, runProof } from '#e2e/office/run-proof.ts';
import { samplePlaces } from '#e2e/sample/place-table.ts';
import { seedProvince } from '#e2e/sample/seed-province.ts';
import { must } from '#shared/base/must.ts';
import { startServer } from '#server/start-server.ts';

type Printed = Map<string, string>;

await runProof('numbers-offline', async ({ say, onEnd }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hosoxa-numbers-'));
  onEnd(() => rm(dataDir, { recursive: true, force: true }));
  let server = await startServer({ dataDir });
  onEnd(() => server.stop());
  const place = samplePlaces[0];
  const order = { seed: 'numbers', documents: 10, members: 0, today: TODAY, files: 0, place };
  await seedProvince(server, order, Date.now);
  const joined = await Promise.all([
    OfficePc.join(server, place.id, 'Máy văn thư', true, { role: 'office-head' }),
    OfficePc.join(server, place.id, 'Máy Ban Xây dựng Đảng', false),
    OfficePc.join(server, place.id, 'Máy Uỷ ban Kiểm tra', false),
  ]);
  let [holder] = joined;
  const [, second, third] = joined;
  onEnd(() => holder.discard());
  for (const pc of [second, third]) onEnd(() => pc.discard());
  await holder.settle();
  const before = new Set((await listNumbered(holder)).map(({ id }) => id));

  const printed: Printed = new Map();
  const keep = (issued: readonly Issued[]): readonly Issued[] => {
    for (const { id, symbol } of issued) if (symbol !== '') printed.set(id, symbol);
    return issued;
  };

  const books = await openBooks(holder);
  await holder.settle();
  await settle(second, third);
  say('books for both regimes, a congress and two merged communes; the paper book taken over at 37');
  const first = keep(await issuePapers(holder, [{ registerId: books.state, typeId: LETTER, day: TODAY, count: 1 }]));
  expectEqual(symbolsOf(first), ['38/UBND'], 'the book starts at 38');

  await askBlocks(second, books);
  for (const pc of [second, holder]) await pc.settle();
  await settle(second, third);
  const { port } = server;
  await server.stop();
  say('the province is down; the second PC has a block of 25 and one of 4, the third has nothing');

  keep(await actsOfTheHolder(holder, books));
  keep(await oddDays(holder, books));
  const outcome = await Promise.all([
    workInBursts(holder, books, printed),
    issuePapers(second, plainDays(books)),
    issuePapers(third, plainDays(books)),
  ]);
  const [killedAfter, ofSecond, ofThird] = outcome;
  expectThat(
    ofThird,
    (all) => all.every(({ symbol, refused }) => symbol === '' && refused === ''),
    'the third PC gives no number',
  );
  const printedThere: Printed = new Map(ofSecond.flatMap(({ id, symbol }) => (symbol === '' ? [] : [[id, symbol]])));
  const fromBlocks = printedThere.size;
  expectThat(
    fromBlocks,
    (count) => count === 25,
    'the second PC numbered from its blocks, until the smaller was used up',
  );
  say(
    `offline: the holder was killed after ${String(killedAfter)} numbers of a burst, the second PC gave ${String(fromBlocks)} from its blocks, ` +
      `${String(ofThird.length + ofSecond.length - fromBlocks)} papers wait for a number`,
  );

  holder = await OfficePc.open(holder.name, holder.profile);
  await holder.unlock();
  await expectPrinted(holder, printed, 'after the kill');
  keep(await issuePapers(holder, plainDays(books, [DAYS[3]])));
  await expectPrinted(holder, printed, 'before the province is back');
  await expectPrinted(second, printedThere, 'before the province is back');
  for (const [id, symbol] of printedThere) printed.set(id, symbol);
  say(`the holder went on: ${String(printed.size)} numbers printed on two PCs, none seen by the province`);

  server = await startServer({ dataDir, port });
  for (let round = 0; round < 3; round += 1) await settle(holder, second, third);
  const late = await returnRest(second, holder, books);
  keep(late);
  await holder.settle();
  await settle(second, third);

  const pcs = [holder, second, third];
  for (const pc of pcs) {
    expectEqual(await listRefused(pc), [], `the province refused nothing of ${pc.name}`);
    await expectPrinted(pc, printed, `in the end on ${pc.name}`);
  }
  const copies = await Promise.all(pcs.map(dumpNumbering));
  expectEqual(must(copies[0], 'three'), must(copies[1], 'three'), 'the holder and the second PC show the same');
  expectEqual(must(copies[1], 'three'), must(copies[2], 'three'), 'the second and the third PC show the same');
  const sums = await sumLedger(server, place.id);
  const { doubles, gaps, waiting, numbers, series } = sums;
  expectEqual(
    { doubles, gaps, waiting },
    { doubles: 0, gaps: 0, waiting: 0 },
    'no number twice, none unexplained, no paper without',
  );
  const own = sums.borne.filter((id) => !before.has(id));
  const lateOnes = own.filter((id) => !printed.has(id)).length;
  return `${String(own.length)} papers on 3 PCs, ${String(printed.size)} printed offline, ${String(lateOnes)} numbered late: 0 double, 0 unexplained of ${String(numbers)} numbers in ${String(series)} series`;
});

/** Reserves, takes one up, leaves one out, voids, cancels, back-dates; each refusal that must come does come. */
async function actsOfTheHolder(pc: OfficePc, books: Books): Promise<Issued[]> {
  const { state: registerId } = books;
  const issued = await issuePapers(pc, [{ registerId, typeId: LETTER, day: TODAY, count: 2 }]);
  const kept = await pc.page.evaluate(
    async ({ registerId: book, today, voided }) => {
      const handle = window.officeForTests;
      if (handle === undefined) throw new Error('the app is not open to tests');
      const { office, acts } = handle;
      const note = { registerId: book, series: today.slice(0, 4), reason: 'Giữ cho hồ sơ nhân sự', on: today };
      const results = [
        await acts.reserveNumbers(office, note, 3),
        await acts.voidOutgoing(office, voided, 'In hỏng, đã thu hồi'),
      ];
      const reserved = (await office.db.ledgerEntries.toArray())
        .filter(({ kind, registerId: of }) => kind === 'reserved' && of === book)
        .map(({ from }) => from)
        .sort((a, b) => a - b);
      const [next = 0] = reserved.slice(-1);
      results.push(
        await acts.explainNumbers(office, {
          ...note,
          reason: 'Ghi nhầm số',
          from: next + 1,
          to: next + 1,
          kind: 'skipped',
        }),
        await acts.explainNumbers(office, {
          ...note,
          reason: 'Đóng dấu hỏng',
          from: next + 2,
          to: next + 2,
          kind: 'cancelled',
        }),
      );
      if (results.some(({ ok }) => !ok)) throw new Error(JSON.stringify(results));
      return reserved;
    },
    { registerId, today: TODAY, voided: must(issued[1], 'two papers').id },
  );
  const [number = 0] = kept;
  const odd = await issuePapers(pc, [
    { registerId, typeId: LETTER, day: TODAY, count: 1, number },
    { registerId, typeId: LETTER, day: TODAY, count: 1, number, reason: 'Số đã giữ' },
    { registerId, typeId: LETTER, day: TODAY, count: 1, number, reason: 'Lấy lần nữa' },
    { registerId, typeId: LETTER, day: YESTERDAY, count: 1 },
    { registerId, typeId: LETTER, day: YESTERDAY, count: 1, reason: 'Ký hôm trước, vào sổ muộn' },
    { registerId, typeId: LETTER, day: YESTERDAY, count: 1, number: 12, reason: 'Nhập lại sổ giấy' },
    { registerId, typeId: LETTER, day: TODAY, count: 1, secrecy: 'secret' },
  ]);
  expectEqual(
    odd.map(({ refused }) => refused),
    ['reason-wanted', '', 'number-taken', 'reason-wanted', '', '', ''],
    'reserved, back-dated, of the paper book: a reason each, and none twice',
  );
  return [...issued, ...odd];
}

/** Old term, congress, the day between; and the same symbol in the books of two merged communes. */
async function oddDays(pc: OfficePc, { party, congress, old }: Books): Promise<Issued[]> {
  const [one = '', two = ''] = old;
  const issued = await issuePapers(pc, [
    { registerId: party, typeId: DECISION, day: YESTERDAY, count: 2 },
    { registerId: party, typeId: REGULATION, day: YESTERDAY, count: 1 },
    { registerId: party, typeId: DECISION, day: TODAY, count: 1 },
    { registerId: congress, typeId: 'party-resolution', day: TODAY, count: 1 },
    { registerId: congress, typeId: 'party-report', day: TODAY, count: 1 },
    { registerId: one, typeId: DECREE, day: YESTERDAY, count: 1 },
    { registerId: two, typeId: DECREE, day: YESTERDAY, count: 1 },
  ]);
  expectEqual(
    issued.map(({ symbol, refused }) => symbol || refused),
    ['01-QĐ/ĐU', '02-QĐ/ĐU', '01-QĐ/ĐU', 'no-term', '01-NQ/ĐH', '02-BC/ĐH', '01/QĐ-UBND', '01/QĐ-UBND'],
    'types apart, terms anew, congress in one series, books beside each other',
  );
  return issued;
}

/** Numbers without end until the program is killed; what it told before counts as printed. Gives how many it told. */
async function workInBursts(pc: OfficePc, books: Books, printed: Printed): Promise<number> {
  let told = 0;
  pc.page.on('console', (message) => {
    const [kind, id = '', symbol = ''] = message.text().split('|');
    if (kind !== 'issued') return;
    printed.set(id, symbol);
    told += 1;
  });
  void issuePapers(pc, [
    ...plainDays(books),
    { registerId: books.state, typeId: LETTER, day: DAYS[3], count: 500 },
  ]).catch(
    () => undefined, // it ends with the program
  );
  while (told < 45) await pc.page.waitForTimeout(5);
  await killProgram(pc);
  return told;
}

/** The second PC gives its blocks back; the holder goes on after them, and uses a number of one that nobody took. */
async function returnRest(second: OfficePc, holder: OfficePc, books: Books): Promise<Issued[]> {
  const left = await second.page.evaluate(async (state) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { office, acts } = handle;
    for (const { id } of await office.db.numberBlocks.toArray()) await acts.returnBlock(office, id);
    const block = (await office.db.numberBlocks.toArray()).find(({ registerId }) => registerId === state);
    return (block?.usedTo ?? 0) + 1;
  }, books.state);
  await second.settle();
  await holder.settle();
  const letter = { registerId: books.state, typeId: LETTER, day: DAYS[3], count: 1 };
  const issued = await issuePapers(holder, [letter, { ...letter, number: left, reason: 'Số thừa của dải đã trả' }]);
  expectEqual(symbolsOf(issued.slice(1)), [`${String(left)}/UBND`], 'a number left of a returned block is used');
  return issued;
}

/** Every printed symbol is still on its paper. */
async function expectPrinted(pc: OfficePc, printed: Printed, when: string): Promise<void> {
  const shown = new Map((await listNumbered(pc)).map(({ id, symbol }) => [id, symbol]));
  const isSecretElsewhere = (id: string): boolean => !shown.has(id) && when.includes('in the end');
  const changed = [...printed].filter(([id, symbol]) => shown.get(id) !== symbol && !isSecretElsewhere(id));
  expectEqual(changed, [], `every printed symbol stands ${when}`);
  const missing = [...printed.keys()].filter((id) => !shown.has(id)).length;
  expectThat(missing, (count) => count <= 1, `only the secret paper is missing ${when}`);
}

async function settle(...pcs: readonly OfficePc[]): Promise<void> {
  await Promise.all(pcs.map((pc) => pc.settle()));
}

function symbolsOf(issued: readonly Issued[]): string[] {
  return issued.map(({ symbol }) => symbol);
}
