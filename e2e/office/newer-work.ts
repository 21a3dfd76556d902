import { setTimeout as wait } from 'node:timers/promises';
import { newDocument } from '#server/test-office.ts';
import type { EntityType } from '#shared/entities.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import { must } from '#shared/base/must.ts';
import type { NewerProgram } from './newer-pc.ts';
import { expectEqual, expectThat } from './run-proof.ts';
import type { PcOnDisk, WindowlessPc } from './windowless-pc.ts';

/** How long what a program does at its start may take. */
const PATIENCE_MS = 10_000;
/** What only the build to come knows. */
const VISIT = 'visit' as EntityType;

/** A PC of the build to come, with all that its people make that this build does not know. */
export class NewerPc {
  /** What its people say in the parts that this build does not know. */
  readonly said = { routeCode: 'HT-07', limit: 'bậc 2', who: 'Hà Thị Mơ', name: 'Sổ của bản mới' };
  private readonly made = new Map<string, string>();

  private constructor(
    private readonly program: NewerProgram,
    private readonly pc: WindowlessPc,
  ) {}

  /** Starts the newer program on a PC: a new one (`enrol`), or one that an older build has worked on. `person` acts. */
  static async start(
    program: NewerProgram,
    disk: PcOnDisk,
    person: string,
    enrol?: { readonly serverUrl: string; readonly code: string },
  ): Promise<NewerPc> {
    const pc = await program.startWindowlessPc(disk, enrol);
    pc.office.actor = person;
    const newer = new NewerPc(program, pc);
    if (enrol !== undefined) await newer.settle();
    return newer;
  }

  async close(): Promise<void> {
    await this.pc.close();
  }

  /** People save what is new in all its kinds: a field of a paper, one of a delegation, an entity, an act. Every save must be taken. */
  async workOffline(register: string): Promise<void> {
    const { office } = this.pc;
    const { addRecord } = this.program;
    const save = async (type: EntityType, f: Readonly<Record<string, FieldValue>>): Promise<void> => {
      const saved = await addRecord(office, type, f);
      expectThat(saved, ({ ok }) => ok, `the newer PC saves a ${type}`);
      if (saved.ok) this.made.set(type, saved.value.id);
    };
    await save('document', newDocument({ routeCode: this.said.routeCode }).f);
    await save(VISIT, { who: this.said.who });
    await save('delegation', {
      fromStaffId: office.actor,
      toStaffId: office.actor,
      duties: ['direct'],
      from: '2026-11-20',
      until: '2026-11-30',
      reason: 'Đi công tác',
      limit: this.said.limit,
      revokedOn: null,
    });
    const f = { command: 'rename', name: this.said.name };
    const drafts = [{ t: 'cmd' as const, stream: office.stream, type: 'register' as const, id: register, f }];
    const asked = await this.program.commit(office, () => Promise.resolve({ ok: true, value: drafts }));
    expectThat(asked, ({ ok }) => ok, 'the newer PC takes down an act');
    this.made.set('register', register);
  }

  /** The record of an entity that its people made or changed. */
  madeOf(type: string): string {
    return must(this.made.get(type), `a ${type} was made`);
  }

  /** A whole run; gives the reasons of what the province did not take, in order. */
  async settle(): Promise<readonly string[]> {
    const result = await this.pc.engine.runOnce();
    if (!result.ok) throw new Error(`no exchange: ${result.error.code}`);
    const items = await this.program.listAttention(this.pc.office);
    return items.flatMap((item) => (item.kind === 'refused' ? [item.code] : [])).sort();
  }

  /** Somebody presses “Gửi lại” on everything that was not taken. */
  async sendAgain(): Promise<void> {
    for (const item of await this.program.listAttention(this.pc.office)) {
      if (item.kind !== 'refused') continue;
      const again = await this.program.retryRefused(this.pc.office, item.n);
      expectThat(again, ({ ok }) => ok, `a ${item.type} refused as ${item.code} can be sent again`);
    }
  }

  /** Starts what the program does at its start besides, and waits for the rows that an older build could not make. */
  async untilShown({ paper, visit }: { readonly paper: string; readonly visit: string }): Promise<unknown> {
    const { office, desktop } = this.pc;
    expectEqual((await this.rowOf('document', paper))?.['routeCode'], undefined, 'the row of an older build lacks it');
    const end = this.program.startHousekeeping(office, desktop);
    const until = Date.now() + PATIENCE_MS;
    let shown = await this.read(paper, visit);
    while (Date.now() < until && [...shown.paper, shown.visit].includes(undefined)) {
      await wait(50);
      shown = await this.read(paper, visit);
    }
    end();
    return shown;
  }

  private async read(paper: string, visit: string): Promise<{ readonly paper: unknown[]; readonly visit: unknown }> {
    const row = await this.rowOf('document', paper);
    return { paper: [row?.['routeCode'], row?.['note']], visit: (await this.rowOf(VISIT, visit))?.['who'] };
  }

  /** What this PC shows of what the people of one said in parts that are new. */
  async shown(one: NewerPc): Promise<NewerPc['said']> {
    const read = async (type: EntityType, field: string): Promise<string> =>
      String((await this.rowOf(type, one.madeOf(type)))?.[field]);
    return {
      routeCode: await read('document', 'routeCode'),
      limit: await read('delegation', 'limit'),
      who: await read(VISIT, 'who'),
      name: await read('register', 'name'),
    };
  }

  private rowOf(type: EntityType, id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const tables = { document: 'documents', visit: 'visits', delegation: 'delegations', register: 'registers' };
    return this.pc.office.db.table(must(new Map(Object.entries(tables)).get(type), type)).get(id);
  }
}
