import type { OfficePc } from './office-pc.ts';

/** Days papers are made on: the borders of the printed period, and the days just outside it. */
export type BookBorders = {
  readonly before: string;
  readonly from: string;
  readonly to: string;
  readonly after: string;
};

/** The petition book is made on this PC, which then numbers in it. */
export function openPetitionBook(pc: OfficePc): Promise<void> {
  return pc.page.evaluate(async () => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const book = { book: 'petition', name: 'Sổ đơn thư', bodyId: null, regime: null } as const;
    const made = await handle.acts.openRegister(handle.office, { ...book, suffix: '', counting: 'year', origin: '' });
    if (!made.ok) throw new Error(made.error.code);
  });
}

/**
 * Registers papers as a clerk would: ordinary ones, petitions and secret ones on the borders of a period, with the longest abstract and a note longer
 * than a sheet; then hands them on, signs, gives and takes back.
 */
export function fillBooks(pc: OfficePc, borders: BookBorders): Promise<void> {
  return pc.page.evaluate(async (days) => {
    const handle = window.officeForTests;
    if (handle === undefined) throw new Error('the app is not open to tests');
    const { acts, office } = handle;
    const units = (await office.db.units.toArray()).filter(({ kind }) => kind === 'office');
    const leader = (await office.db.staff.toArray()).find(({ role }) => role === 'leader');
    type Paper = Parameters<typeof acts.registerDocument>[1];
    const plain = {
      issuer: 'Văn phòng Tỉnh uỷ',
      typeId: 'party-letter',
      signer: 'Lương Văn Hải',
      urgency: 'normal',
      secrecy: 'none',
      channel: 'paper',
      dueOn: null,
      state: 'awaiting-directive',
      holderUnitId: null,
      holderStaffId: leader?.id ?? null,
      note: '',
    } as const;
    // Methods, not functions in constants: the page must not see our bundler's helpers.
    const tools = {
      async register(paper: Omit<Paper, keyof typeof plain> & Partial<Paper>): Promise<string> {
        const saved = await acts.registerDocument(office, { ...plain, ...paper }, []);
        if (!saved.ok) throw new Error(`${saved.error.code} ${saved.error.field ?? ''}`);
        return saved.value.id;
      },
      async stepsOf(id: string): Promise<readonly { readonly id: string }[]> {
        const steps = await office.db.handovers.where('documentId').equals(id).toArray();
        return steps.sort((a, b) => (a.id < b.id ? -1 : 1));
      },
      expect(done: { readonly ok: boolean }, what: string): void {
        if (!done.ok) throw new Error(`${what}: ${JSON.stringify(done)}`);
      },
    };
    const on = [days.before, days.from, days.to, days.after] as unknown as Paper['receivedOn'][];
    const issuedOn = '2026-02-05' as unknown as Paper['issuedOn'];
    const yearOnly = '1998' as unknown as Paper['issuedOn'];
    const ids: string[] = [];
    for (const [at, receivedOn] of on.entries()) {
      ids.push(
        await tools.register({
          receivedOn,
          issuedOn,
          symbol: `0${String(at + 1)}-CV/VPTU`,
          abstract: `Bờ ${String(at)}`,
        }),
      );
      for (let n = 0; n < 5; n += 1)
        await tools.register({
          receivedOn,
          issuedOn: null,
          symbol: '',
          book: 'petition',
          issuer: `Nguyễn Thị Mẫu ${String(n)}`,
          typeId: null,
          petitionKind: n % 2 === 0 ? 'complaint' : 'proposal',
          senderAddress: `Thôn Bản ${String(n)}, xã Nà Lầu`,
          abstract: 'Kiến nghị mở rộng đường vào bản; đề nghị xem xét hỗ trợ giống cây trồng',
        });
      for (const secrecy of ['secret', 'top-secret', 'ultra-secret'] as const)
        await tools.register({
          receivedOn,
          issuedOn,
          secrecy,
          symbol: `${String(at)}-CV/M`,
          abstract: '',
          typeId: null,
        });
    }
    const [, first, last] = on;
    if (first === undefined || last === undefined) throw new Error('four days were given');
    const longest = 'đối chiếu, rà soát danh sách đảng viên và hồ sơ '.repeat(20).slice(0, 500).trim();
    await tools.register({ receivedOn: first, issuedOn: yearOnly, symbol: '', abstract: longest });
    const note = 'Ghi chú dài hơn một tờ giấy, không được mất chữ nào. '.repeat(36).trim();
    await tools.register({ receivedOn: last, issuedOn, symbol: '7-NQ/TU', abstract: 'Nghị quyết dài', note });

    const [unit, helper] = units;
    if (unit === undefined || helper === undefined) throw new Error('a sample commune has two bodies at least');
    for (const [at, id] of ids.entries()) {
      const words = { documentId: id, text: 'Giao tham mưu', leadUnitId: unit.id, leadStaffId: null, dueOn: null };
      const given = await acts.giveDirective(office, { ...words, supportUnitIds: [helper.id], informUnitIds: [] });
      tools.expect(given, 'a directive is given');
      const [, lead, support] = await tools.stepsOf(id);
      if (lead === undefined || support === undefined) throw new Error('a directive sets off two steps');
      if (at !== 3) tools.expect(await acts.receiveHandover(office, lead.id), 'the lead signs');
      if (at === 1) tools.expect(await acts.returnHandover(office, support.id, 'Không thuộc phần việc'), 'given back');
      if (at === 2) tools.expect(await acts.recallHandover(office, support.id, 'Chuyển nhầm'), 'taken back');
    }
  }, borders);
}
