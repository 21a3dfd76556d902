import { Dexie } from 'dexie';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import type { StatForm } from '#shared/domain/statistics/compute-statistics.ts';
import type { StatSpan } from '#shared/domain/statistics/stat-data.ts';
import type { StatEntry } from '#shared/domain/statistics/stat-form.ts';
import type { OfficeDatabase } from '../database.ts';
import type { FigurePlace, FromStatistics, ToStatistics } from './statistics-messages.ts';

/** Tables whose changes change a figure. */
const counted = [
  'members',
  'memberEvents',
  'units',
  'ratings',
  'appointments',
  'formStocks',
  'importBatches',
  'reconcileNotes',
];
/** A burst of changes (an import, an exchange) is counted once, when it rests. */
const REST_MS = 1500;

type Waiting = {
  readonly take: (answer: Exclude<FromStatistics, { kind: 'damaged' | 'failed' }>) => void;
  readonly fail: (error: Error) => void;
};

/** The page's end of the statistics: a worker that lives as long as somebody looks at them. */
export class StatisticsClient {
  readonly #db: OfficeDatabase;
  readonly #worker = new Worker(new URL('./statistics-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;

  /** `onChange`: what was answered may be so no longer. */
  constructor(db: OfficeDatabase, onChange: () => void) {
    this.#db = db;
    this.#onChange = onChange;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromStatistics>) => this.#take(data));
    this.#worker.addEventListener('error', ({ message }) => this.#failAll(message));
    this.#send({ kind: 'open', databaseName: db.name, rowKeys: db.cipher.keys() });
    Dexie.on('storagemutated', this.#noteChange);
  }

  /** All forms of a span. Rejects when the store cannot be read. */
  async forms(span: StatSpan, rules: MemberRules): Promise<readonly StatForm[]> {
    const answer = await this.#ask(span, rules, undefined);
    return answer.kind === 'forms' ? answer.forms : [];
  }

  /** Who is behind a figure. */
  async entries(span: StatSpan, rules: MemberRules, place: FigurePlace): Promise<readonly StatEntry[]> {
    const answer = await this.#ask(span, rules, place);
    return answer.kind === 'entries' ? answer.entries : [];
  }

  /** Ends the worker. */
  close(): void {
    clearTimeout(this.#timer);
    Dexie.on('storagemutated').unsubscribe(this.#noteChange);
    this.#worker.terminate();
    this.#waiting.clear();
  }

  readonly #noteChange = (parts: Readonly<Record<string, unknown>>): void => {
    const places = counted.map((table) => `idb://${this.#db.name}/${table}/`);
    if (!Object.keys(parts).some((part) => places.some((place) => part.startsWith(place)))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#send({ kind: 'touch' });
      this.#onChange();
    }, REST_MS);
  };

  #ask(span: StatSpan, rules: MemberRules, place: FigurePlace | undefined): Promise<Parameters<Waiting['take']>[0]> {
    const askId = (this.#lastId += 1);
    return new Promise((take, fail) => {
      this.#waiting.set(askId, { take, fail });
      this.#send({ kind: 'ask', askId, rowKeys: this.#db.cipher.keys(), rules, span, place });
    });
  }

  #take(message: FromStatistics): void {
    if (message.kind === 'damaged') {
      this.#db.cipher.reportDamaged(message.table);
      return;
    }
    const waiting = this.#waiting.get(message.askId);
    this.#waiting.delete(message.askId);
    if (message.kind === 'failed') waiting?.fail(new Error(message.reason));
    else waiting?.take(message);
  }

  #failAll(reason: string): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { fail } of all) fail(new Error(reason));
  }

  #send(message: ToStatistics): void {
    this.#worker.postMessage(message);
  }
}
