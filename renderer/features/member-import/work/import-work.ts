import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { HeaderRows } from '#shared/domain/import/find-header.ts';
import { startSettings, type ImportSettings } from '#shared/domain/import/import-settings.ts';
import type { CheckSummary, SheetLook } from '#renderer/data/import/import-session.ts';
import {
  findWork,
  forgetWork,
  keepFile,
  keepSettings,
  readKeptFile,
  recallColumns,
  rememberColumns,
  type WorkPurpose,
} from '#renderer/data/import/kept-work.ts';
import { readCheckContext, readUnits } from '#renderer/data/import/read-context.ts';
import type { ImportEnd, ImportProgress } from '#renderer/data/import/write-import.ts';
import type { Office } from '#renderer/data/office.ts';
import { ImportClient } from '#renderer/platform/import-file/import-client.ts';

/** Where a file in work stands. `file`: none is chosen; `ended`: it was written, or stopped. */
export type WorkPhase = 'file' | 'reading' | 'columns' | 'check' | 'writing' | 'ended';

/** A file in work, as the screens show it. `version` grows with every check: rows read before are stale then. */
export type WorkState = {
  readonly phase: WorkPhase;
  readonly fileName: string;
  readonly hash: string;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  readonly sheet: number;
  readonly look: SheetLook | null;
  readonly isRemembered: boolean;
  readonly settings: ImportSettings | null;
  readonly summary: CheckSummary | null;
  readonly isChecking: boolean;
  readonly version: number;
  readonly batchId: string | null;
  readonly progress: ImportProgress | null;
  readonly isStopping: boolean;
  readonly end: ImportEnd | null;
  readonly code: ErrorCode | null;
};

const nothing: WorkState = {
  ...{ phase: 'file', fileName: '', hash: '', sheets: [], sheet: 0, look: null, isRemembered: false, settings: null },
  ...{
    summary: null,
    isChecking: false,
    version: 0,
    batchId: null,
    progress: null,
    isStopping: false,
    end: null,
    code: null,
  },
};

/** One file in work for a purpose: it outlives the screen, and is kept on the PC beyond a lock. */
export class ImportWork {
  readonly use: UseBoundStore<StoreApi<WorkState>> = create<WorkState>()(() => nothing);
  readonly purpose: WorkPurpose;
  #client: ImportClient | undefined;
  #wanted: ImportSettings | undefined;
  #office: Office | undefined;

  constructor(purpose: WorkPurpose) {
    this.purpose = purpose;
  }

  get state(): WorkState {
    return this.use.getState();
  }

  set(change: Partial<WorkState>): void {
    this.use.setState(change);
  }

  /** The worker that has the file; the file is open when a screen asks for it. */
  get client(): ImportClient {
    this.#client ??= new ImportClient();
    return this.#client;
  }

  /** Reads a file that was chosen, keeps it on the PC, and guesses its columns. */
  async open(office: Office, file: File): Promise<void> {
    this.#begin(office, file.name);
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => undefined,
    );
    if (bytes === undefined) this.#fail('file-vanished');
    else if (await this.#read(bytes, file.name)) {
      await keepFile(office, this.purpose, file.name, bytes).catch(() => undefined); // a full disk: the work goes on, only not beyond a lock
      await this.choose(office, this.#firstSheet());
    }
  }

  /** Goes on with the file that was kept. */
  async resume(office: Office): Promise<void> {
    const kept = await findWork(office, this.purpose);
    if (kept === undefined) return;
    this.#begin(office, kept.fileName);
    const bytes = await readKeptFile(office, this.purpose, kept.pieces);
    if (bytes === undefined) this.#fail('file-vanished');
    else if (await this.#read(bytes, kept.fileName)) {
      await this.choose(office, kept.sheet, kept.settings?.header);
      if (kept.settings !== null && this.state.phase === 'columns') this.set({ settings: kept.settings });
    }
  }

  /** Reads a sheet anew: another one, or with another head. */
  async choose(office: Office, sheet: number, header?: HeaderRows): Promise<void> {
    this.set({ phase: 'reading', sheet, code: null });
    const unitNames = (await readUnits(office)).flatMap(({ names }) => names);
    const read = await this.client
      .ask('choose', { sheet, unitNames, ...(header === undefined ? {} : { header }) })
      .catch(() => undefined);
    if (read?.ok !== true) {
      this.set({ phase: 'columns', look: null, settings: null, code: read?.error.code ?? 'file-unreadable' });
      return;
    }
    const look = read.value;
    const recalled = await recallColumns(office, look.signature);
    const fits = recalled?.length === look.columns.length;
    const columns = fits ? recalled : look.columns.map(({ guess }) => guess);
    const start = startSettings(look.header ?? { from: 0, to: 0 }, columns);
    // Who is hidden in a list that is only compared is compared too.
    const settings: ImportSettings = this.purpose === 'national' ? { ...start, hiddenRows: 'take' } : start;
    this.set({ phase: 'columns', look, settings, isRemembered: fits, summary: null });
  }

  /** Changes what is settled; while the rows are on the screen, they are checked anew. */
  settle(office: Office, change: Partial<ImportSettings>): void {
    const { settings, phase, sheet } = this.state;
    if (settings === null) return;
    const next = { ...settings, ...change };
    this.set({ settings: next });
    void keepSettings(office, this.purpose, sheet, next).catch(() => undefined);
    if (phase === 'check') void this.check(office);
  }

  /** Compares anew: members have changed, or what was decided of them. */
  async refresh(office: Office): Promise<void> {
    await this.#tellContext(office);
    await this.check(office);
  }

  /** Checks every row against what the office has now. Of several wishes that come while it runs, only the last is carried out. */
  async check(office: Office): Promise<void> {
    const { settings, look } = this.state;
    if (settings === null || look === null) return;
    this.#wanted = settings;
    if (this.state.isChecking) return;
    if (this.state.phase !== 'check') {
      this.set({ isChecking: true });
      await this.#tellContext(office);
      await rememberColumns(office, look.signature, settings.columns).catch(() => undefined);
    }
    this.set({ isChecking: true, code: null });
    let summary: CheckSummary | null = null;
    while (this.#wanted !== undefined) {
      const wanted: ImportSettings = this.#wanted;
      this.#wanted = undefined;
      summary = await this.client.ask('check', wanted).catch(() => null);
    }
    if (summary === null) this.set({ isChecking: false, code: 'unexpected' });
    else this.set({ phase: 'check', summary, isChecking: false, version: this.state.version + 1 });
  }

  /** Checks once more against members who may have come meanwhile. False when the answer is another one. */
  async checkAgain(office: Office): Promise<boolean> {
    const { settings, summary } = this.state;
    if (settings === null) return false;
    await this.#tellContext(office);
    const again = await this.client.ask('check', settings).catch(() => null);
    if (again === null) return false;
    const isSame = JSON.stringify(again) === JSON.stringify(summary);
    if (!isSame) this.set({ summary: again, version: this.state.version + 1 });
    return isSame;
  }

  /** Puts the file away; what was written stays. */
  close(): void {
    const { code } = this.state;
    if (this.#office !== undefined) void forgetWork(this.#office, this.purpose).catch(() => undefined);
    this.#client?.end();
    this.#client = undefined;
    this.use.setState({ ...nothing, code: this.state.phase === 'reading' ? code : null });
  }

  /** Forgets the file kept from before. */
  forget(office: Office): void {
    void forgetWork(office, this.purpose).catch(() => undefined);
  }

  async #tellContext(office: Office): Promise<void> {
    await this.client.ask('know', await readCheckContext(office)).catch(() => undefined);
  }

  #begin(office: Office, fileName: string): void {
    this.#office = office;
    this.#client?.end();
    this.#client = new ImportClient();
    this.use.setState({ ...nothing, phase: 'reading', fileName });
  }

  async #read(bytes: Uint8Array, name: string): Promise<boolean> {
    const opened = await this.client.ask('open', { bytes, name }).catch(() => undefined);
    if (opened?.ok !== true) {
      this.#fail(opened?.error.code ?? 'file-unreadable');
      return false;
    }
    this.set({ hash: opened.value.hash, sheets: opened.value.sheets });
    return true;
  }

  #firstSheet(): number {
    return Math.max(
      0,
      this.state.sheets.findIndex(({ isHidden }) => !isHidden),
    );
  }

  #fail(code: ErrorCode): void {
    this.#client?.end();
    this.#client = undefined;
    this.use.setState({ ...nothing, fileName: this.state.fileName, code });
  }
}

/** The list being taken in. */
export const membersWork = new ImportWork('members');

/** The list of the national database being compared. */
export const nationalWork = new ImportWork('national');
