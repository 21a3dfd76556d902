import type { OfficeDatabase } from '../database.ts';
import type { StudyItemRow } from '../rows.ts';
import { ID_BYTES, idBytes } from './id-list.ts';
import { markedTokens, parseQuery, textTokens, tokensOfSymbol } from './search-tokens.ts';
import { hasOrdinal, intersect, TextIndex, type OrdinalSet } from './text-index.ts';

/** Numbers given out since the index was made may be so many times as many as there are items, before it is made anew. */
const WORN_FACTOR = 3;
const WORN_LEAST = 200;

/**
 * The study library by all its words: what is said of an item and the texts of its files and of the paper of the register it is. Small beside the
 * registers, so it is only brought up to date when somebody asks.
 */
export class StudyIndex {
  readonly #db: OfficeDatabase;
  #text = new TextIndex();
  readonly #ordinals = new Map<string, number>();
  readonly #stale = new Set<string>();
  /** Items by the paper of the register they are. */
  readonly #linked = new Map<string, string>();
  #next = 0;
  #isAllStale = true;
  /** One bringing up to date at a time: a question in between would find half of it. */
  #refreshed: Promise<void> = Promise.resolve();

  constructor(db: OfficeDatabase) {
    this.#db = db;
  }

  /** An item, or a file of it or of the paper it is, changed; without an id, anything may have. */
  touch(ownerId?: string): void {
    if (ownerId === undefined) this.#isAllStale = true;
    else this.#stale.add(this.#linked.get(ownerId) ?? ownerId);
  }

  /** Whether somebody's files are searched here. */
  isOwner(ownerId: string): boolean {
    return this.#ordinals.has(ownerId) || this.#linked.has(ownerId);
  }

  /** Items in which all words of the query stand (the last one as a beginning); those written with the same marks first. Packed ids. */
  async find(query: string): Promise<Uint8Array<ArrayBuffer>> {
    this.#refreshed = this.#refreshed.then(() => this.#refresh());
    await this.#refreshed;
    const { terms, marked } = parseQuery(query);
    if (terms.length === 0) return new Uint8Array(0);
    const all = this.#allOf(terms);
    const exact = marked.length === 0 ? all : this.#allOf(marked);
    const hits = [...this.#ordinals].filter(([, ordinal]) => hasOrdinal(all, ordinal));
    const inOrder = [
      ...hits.filter(([, ordinal]) => hasOrdinal(exact, ordinal)),
      ...hits.filter(([, ordinal]) => !hasOrdinal(exact, ordinal)),
    ];
    const block = new Uint8Array(inOrder.length * ID_BYTES);
    for (const [i, [id]] of inOrder.entries()) block.set(idBytes(id), i * ID_BYTES);
    return block;
  }

  #allOf(terms: readonly string[]): OrdinalSet {
    this.#text.settle();
    const found = this.#text.find(terms.at(-1) ?? '', true, this.#next);
    for (const term of terms.slice(0, -1)) intersect(found, this.#text.find(term, false, this.#next));
    return found;
  }

  async #refresh(): Promise<void> {
    const isWorn = this.#next > WORN_LEAST && this.#next > this.#ordinals.size * WORN_FACTOR;
    if (this.#isAllStale || isWorn) {
      this.#isAllStale = false;
      this.#stale.clear();
      this.#text = new TextIndex();
      this.#ordinals.clear();
      this.#linked.clear();
      this.#next = 0;
      for (const row of await this.#db.studyItems.toArray()) await this.#put(row.id, row);
      return;
    }
    const stale = [...this.#stale];
    this.#stale.clear();
    for (const id of stale) await this.#put(id, await this.#db.studyItems.get(id));
  }

  async #put(id: string, row: StudyItemRow | undefined): Promise<void> {
    this.#ordinals.delete(id);
    if (row === undefined || row.removed) return;
    if (row.documentId !== null) this.#linked.set(row.documentId, id);
    const tokens = await this.#tokensOf(row);
    this.#ordinals.set(id, this.#next);
    this.#text.add(this.#next, tokens);
    this.#next += 1;
  }

  async #tokensOf(row: StudyItemRow): Promise<readonly string[]> {
    const { id, title, symbol, issuer, topic, summary, documentId } = row;
    const owners = documentId === null ? [id] : [id, documentId];
    const files = await this.#db.attachments.where('documentId').anyOf(owners).toArray();
    const hashes = [...new Set(files.filter(({ removed }) => !removed).map(({ hash }) => hash))];
    const texts = await this.#db.localTexts.bulkGet(hashes);
    const words = [title, issuer, topic, summary, ...texts.map((each) => each?.text ?? '')].join('\n');
    return [...textTokens(words), ...markedTokens(words), ...tokensOfSymbol(symbol)];
  }
}
