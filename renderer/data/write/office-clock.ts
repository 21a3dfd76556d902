import { hlcFromMs, tick, witness, type Hlc } from '#shared/sync/hlc.ts';

/** Last stamp and counters given by this device; stored in the same transaction as the ops they belong to. */
export type ClockState = { readonly h: Hlc; readonly n: number; readonly localN: number };

/** The device's clock and counters. Only the writer moves it. */
export class OfficeClock {
  #state: ClockState;
  #offsetMs: number;
  readonly #nowMs: () => number;

  constructor(state: ClockState, offsetMs: number, nowMs: () => number) {
    this.#state = state;
    this.#offsetMs = offsetMs;
    this.#nowMs = nowMs;
  }

  /** Corrected time: the PC's clock plus the measured offset to the province. */
  nowMs(): number {
    return this.#nowMs() + this.#offsetMs;
  }

  get state(): ClockState {
    return this.#state;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Takes over a newly measured offset to the province's clock. */
  correct(offsetMs: number): void {
    this.#offsetMs = offsetMs;
  }

  /** The state after one more op; not yet taken over. */
  next(state: ClockState, isLocal: boolean): ClockState {
    const h = tick(state.h, this.nowMs());
    return isLocal ? { ...state, h, localN: state.localN + 1 } : { ...state, h, n: state.n + 1 };
  }

  /** Takes over counters whose ops are safe. */
  advance(state: ClockState): void {
    this.#state = {
      h: Math.max(state.h, this.#state.h),
      n: Math.max(state.n, this.#state.n),
      localN: Math.max(state.localN, this.#state.localN),
    };
  }

  /** Sees a stamp made elsewhere. */
  see(h: Hlc): void {
    this.#state = { ...this.#state, h: witness(this.#state.h, h, this.nowMs()) };
  }

  /** Current stamp, for comparing. */
  stamp(): Hlc {
    return Math.max(this.#state.h, hlcFromMs(this.nowMs()));
  }
}
