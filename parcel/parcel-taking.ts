import type { ErrorCode } from '#shared/base/errors.ts';
import type { ParcelOutcome } from '#shared/contract/parcel.ts';
import { stickFault } from './stick.ts';
import type { FoundParcel, FoundPart } from './survey-parcels.ts';

/** How far a package was taken: each part stands for itself, is judged and signed by itself, and damage to one leaves the others. */
export class ParcelTaking {
  readonly #parcel: FoundParcel;
  readonly #judge: (part: FoundPart) => ErrorCode | undefined;
  readonly #whole = new Set<number>();
  #failure: ErrorCode | undefined;

  /** `judge`: why a part may not be taken: not for here, or not of whom it says. */
  constructor(parcel: FoundParcel, judge: (part: FoundPart) => ErrorCode | undefined) {
    this.#parcel = parcel;
    this.#judge = judge;
  }

  /** Parts that may be taken, in order, until one shows that none may. */
  *parts(): Generator<FoundPart> {
    for (const part of this.#parcel.parts) {
      const refusal = this.#judge(part);
      if (refusal !== undefined) this.#failure = refusal;
      else yield part;
      if (this.#isRefused()) return;
    }
  }

  /** All of a part was taken. */
  done({ front }: FoundPart): void {
    this.#whole.add(front.manifest.part);
  }

  /** Taking a part ended in a fault. What is none is thrown on. */
  fail(cause: unknown): void {
    this.#failure = stickFault(cause).code;
  }

  /** The last of the parts taken whole without one left out before it; 0 when the first is lacking. */
  wholeUpTo(): number {
    let part = 0;
    while (this.#whole.has(part + 1)) part += 1;
    return part;
  }

  /** Parts that are not here or were not taken whole. */
  lacking(): readonly number[] {
    return Array.from({ length: this.#parcel.first.parts }, (_, i) => i + 1).filter((part) => !this.#whole.has(part));
  }

  outcome(wasRead: boolean): ParcelOutcome {
    if (this.#failure !== undefined && this.#isRefused()) return this.#failure;
    if (this.lacking().length > 0) return this.#failure ?? 'parcel-incomplete';
    return wasRead ? 'again' : 'whole';
  }

  #isRefused(): boolean {
    return this.#failure !== undefined && this.#failure !== 'parcel-damaged';
  }
}
