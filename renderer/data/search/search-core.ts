import { addDays } from '#shared/base/plain-date.ts';
import type { OfficeDatabase } from '../database.ts';
import { allDocuments } from '../documents/document-list.ts';
import { scanRows } from '../scan-rows.ts';
import type {
  AttachmentRow,
  DirectiveRow,
  DocumentRow,
  MemberRow,
  OpinionRow,
  OutgoingRow,
  RowChange,
  UnitRow,
} from '../rows.ts';
import { DocumentIndex } from './document-index.ts';
import { MemberIndex } from './member-index.ts';
import { OutgoingIndex } from './outgoing-index.ts';
import { StudyIndex } from './study-index.ts';
import type { FromIndex, PackedIds, Question, Shown, ToIndex, Watched } from './search-messages.ts';

/** Changes that come this close together are shown at once, and a long burst only now and then: it must not redraw the screen each time. */
const WAIT_MS = 40;
const REST_MS = 250;
const DUE_SOON_DAYS = 7;
const TODAY_ROWS = 20;
const ARRIVAL_DAYS = 13;

/** The index behind the port: built from the store, changed by messages, in a worker or (tests) in the page. */
export class SearchCore {
  #documents = new DocumentIndex();
  #members = new MemberIndex();
  #outgoings = new OutgoingIndex();
  #owing: ReadonlySet<string> = new Set();
  readonly #watches = new Map<number, Watched>();
  /** What each watcher was told last, in short. */
  readonly #told = new Map<number, string>();
  readonly #db: OfficeDatabase;
  readonly #tell: (message: FromIndex) => void;
  #ready: Promise<void>;
  #isReady = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restUntilMs = 0;
  readonly #study: StudyIndex;

  constructor(db: OfficeDatabase, tell: (message: FromIndex) => void) {
    this.#db = db;
    this.#tell = tell;
    this.#study = new StudyIndex(db);
    this.#ready = this.#build();
  }

  /** Takes a message; those that come while the index is being built wait for it. */
  async take(message: Exclude<ToIndex, { kind: 'open' | 'keys' }>): Promise<void> {
    if (message.kind === 'watch') this.#watches.set(message.watchId, message.watched);
    if (message.kind === 'unwatch') {
      this.#watches.delete(message.watchId);
      this.#told.delete(message.watchId);
    }
    if (message.kind === 'rebuild') {
      this.#study.touch();
      this.#isReady = false;
      this.#ready = this.#ready.then(() => this.#build());
    }
    await this.#ready;
    if (message.kind === 'changed') this.#change(message.changes);
    if (message.kind === 'watch') this.#show(message.watchId);
    if (message.kind === 'owing') this.#owe(message.ids);
    if (message.kind === 'texts') this.#study.touch();
    if (message.kind === 'ask') await this.#reply(message.askId, message.question);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#watches.clear();
  }

  async #build(): Promise<void> {
    const documents = new DocumentIndex();
    const members = new MemberIndex();
    const outgoings = new OutgoingIndex();
    const db = this.#db;
    await db.open();
    for (const row of await db.units.toArray()) members.putUnit(row.id, row);
    await scanRows(db.documents, (row) => {
      documents.put(row.id, row);
    });
    documents.settle();
    for (const row of await db.directives.where('flags').equals('pending').toArray())
      documents.putChild(row.id, row.documentId, true);
    for (const row of await db.attachments.where('flags').equals('pending').toArray())
      documents.putChild(row.id, row.documentId, true);
    await scanRows(db.members, (row) => {
      members.put(row.id, row);
    });
    members.settle();
    await scanRows(db.outgoings, (row) => {
      outgoings.put(row.id, row);
    });
    outgoings.settle();
    for (const row of await db.opinions
      .where('outgoingId')
      .anyOf([...outgoings.openIds()])
      .toArray())
      outgoings.putOpinion(row.id, row);
    for (const index of [documents, outgoings, members]) index.owe(this.#owing);
    this.#documents = documents;
    this.#members = members;
    this.#outgoings = outgoings;
    this.#isReady = true;
    this.#showAll();
  }

  #owe(ids: readonly string[]): void {
    this.#owing = new Set(ids);
    for (const index of [this.#documents, this.#outgoings, this.#members]) index.owe(this.#owing);
    this.#showAll();
  }

  #change(changes: readonly RowChange[]): void {
    for (const { type, id, row } of changes) {
      if (type === 'document') this.#documents.put(id, row as DocumentRow | null);
      else if (type === 'member') this.#members.put(id, row as MemberRow | null);
      else if (type === 'outgoing') this.#outgoings.put(id, row as OutgoingRow | null);
      else if (type === 'opinion') this.#outgoings.putOpinion(id, row as OpinionRow | null);
      else if (type === 'unit') this.#members.putUnit(id, row as UnitRow | null);
      else if (type === 'studyItem') this.#study.touch(id);
      else if (type === 'directive' || type === 'attachment') {
        const child = row as DirectiveRow | AttachmentRow | null;
        this.#documents.putChild(id, child?.documentId ?? null, (child?.pending ?? 0) > 0);
        if (type === 'attachment') this.#touchStudy(child);
      }
    }
    if (this.#documents.isWorn || this.#outgoings.isWorn) void this.take({ kind: 'rebuild' });
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#restUntilMs = performance.now() + REST_MS;
        this.#showAll();
      },
      Math.max(WAIT_MS, this.#restUntilMs - performance.now()),
    );
  }

  /** A file came to an item of the library or went; of one that is gone nobody knows whose it was. */
  #touchStudy(file: { readonly documentId: string } | null): void {
    if (file === null) this.#study.touch();
    else if (this.#study.isOwner(file.documentId)) this.#study.touch(file.documentId);
  }

  #showAll(): void {
    for (const watchId of this.#watches.keys()) this.#show(watchId);
  }

  #show(watchId: number): void {
    const watched = this.#watches.get(watchId);
    if (watched === undefined || !this.#isReady) return;
    const shown = this.#look(watched);
    const gist = gistOf(shown);
    if (this.#told.get(watchId) === gist) return;
    this.#told.set(watchId, gist);
    this.#tell({ kind: 'shown', watchId, shown });
  }

  #look(watched: Watched): Shown {
    switch (watched.kind) {
      case 'documents':
        return { kind: 'documents', ...this.#documents.list(watched.filter, watched.today) };
      case 'members':
        return { kind: 'members', ...this.#members.list(watched.ask) };
      case 'outgoings':
        return { kind: 'outgoings', ...this.#outgoings.list(watched.filter, watched.actor) };
      case 'unit-counts':
        return { kind: 'unit-counts', counts: this.#members.unitCounts() };
      case 'today':
        return {
          kind: 'today',
          counts: this.#documents.list({ ...allDocuments, facet: 'unnumbered' }, watched.today).counts,
          dueSoon: this.#documents.open(addDays(watched.today, DUE_SOON_DAYS), null, TODAY_ROWS),
          mine: watched.staffId === null ? new Uint8Array(0) : this.#documents.open(null, watched.staffId, TODAY_ROWS),
          arrivals: this.#documents.arrivalsSince(addDays(watched.today, -ARRIVAL_DAYS)),
          probationary: this.#members.probationary(),
        };
    }
  }

  async #reply(askId: number, question: Question): Promise<void> {
    const texts = question.kind === 'issuers' ? this.#documents.issuers(question.limit) : [];
    const ids = question.kind === 'study' ? [await this.#study.find(question.query)] : this.#answer(question);
    this.#tell({ kind: 'answer', askId, ids, texts });
  }

  #answer(question: Exclude<Question, { kind: 'study' }>): readonly PackedIds[] {
    switch (question.kind) {
      case 'issuers':
        return [];
      case 'list':
        return [this.#documents.list(question.filter, question.today).ids];
      case 'outgoing-list':
        return [this.#outgoings.list(question.filter, '').ids];
      case 'best':
        return [
          this.#documents.best(question.query, question.limit),
          this.#members.best(question.query, question.limit, question.reach),
          this.#outgoings.best(question.query, question.limit),
        ];
      case 'member-list':
        return [this.#members.list(question.ask).ids];
      case 'member-twins':
        return [this.#members.twinsOf(question.person, question.ownId)];
      case 'with-symbol':
        return [this.#documents.withSymbol(question.symbol)];
    }
  }
}

/** Short form of what is shown, the same only for the same: lists of ids as their length and two sums that depend on the order. */
function gistOf(shown: Shown): string {
  return JSON.stringify(shown, (_key, value: unknown) => {
    if (value instanceof Map) return [...value];
    if (!(value instanceof Uint8Array)) return value;
    let [low, high] = [1, 0];
    for (const byte of value) {
      low = (low * 31 + byte) >>> 0;
      high = (Math.imul(high ^ byte, 0x01000193) + 0x9e3779b9) >>> 0;
    }
    return [value.length, low, high];
  });
}
