import { defaultLineRules, hourOf } from '#shared/domain/attachment/line-rules.ts';
import {
  chooseTransfer,
  heldFor,
  orderTransfers,
  type HeldFor,
  type OpenTransfer,
  type TransferMoment,
} from '#shared/domain/attachment/transfer-order.ts';
import { findTransfer, listOpenTransfers } from '#renderer/data/files/transfer-store.ts';
import type { Office } from '#renderer/data/office.ts';
import type { TransferRow } from '#renderer/data/rows.ts';
import { readSetting } from '#renderer/data/settings/use-setting.ts';

/** Whose turn it is among the files on their way, and what this PC has moved in the present hour. The order is made when it is needed after `renew`. */
export class TransferQueue {
  readonly #office: Office;
  #ordered: readonly OpenTransfer[] | undefined;
  #hour = { number: 0, bytes: 0 };

  constructor(office: Office) {
    this.#office = office;
  }

  /** What is on its way, or the order of it, may have changed. */
  renew(): void {
    this.#ordered = undefined;
  }

  /** So many bytes of a file have gone: it may be nearer to its end than others now, or done. */
  note(hash: string, bytes: number, reached: Pick<OpenTransfer, 'offset'> | 'done'): void {
    const number = hourOf(this.#office.nowMs());
    this.#hour = { number, bytes: (this.#hour.number === number ? this.#hour.bytes : 0) + Math.max(0, bytes) };
    this.#ordered = this.#ordered?.flatMap((each) => {
      if (each.hash !== hash) return [each];
      return reached === 'done' ? [] : [{ ...each, offset: reached.offset }];
    });
  }

  /** The transfer whose turn it is. `skip`: those that cannot go on now; `wanted`: the one a person waits for; `flyingBytes`: those of pieces on their way. */
  async next(
    skip: Pick<ReadonlySet<string>, 'has'>,
    wanted: string | undefined,
    flyingBytes: number,
  ): Promise<TransferRow | undefined> {
    const moment = await this.#moment(wanted, flyingBytes);
    const able = (await this.#inOrder(moment.nowMs)).filter(({ hash }) => !skip.has(hash));
    const chosen = chooseTransfer(able, moment);
    return chosen && findTransfer(this.#office, chosen.hash);
  }

  /** Files that wait although the line is there, by hash, and for what. */
  async held(wanted: string | undefined): Promise<ReadonlyMap<string, HeldFor>> {
    const moment = await this.#moment(wanted);
    const held = new Map<string, HeldFor>();
    for (const each of await this.#inOrder(moment.nowMs)) {
      const reason = heldFor(each, moment);
      if (reason !== undefined) held.set(each.hash, reason);
    }
    return held;
  }

  async #inOrder(nowMs: number): Promise<readonly OpenTransfer[]> {
    return (this.#ordered ??= orderTransfers(await listOpenTransfers(this.#office), nowMs));
  }

  async #moment(wanted: string | undefined, flyingBytes = 0): Promise<TransferMoment> {
    const nowMs = this.#office.nowMs();
    const rules = (await readSetting(this.#office, 'line-rules')) ?? defaultLineRules;
    const moved = this.#hour.number === hourOf(nowMs) ? this.#hour.bytes : 0;
    return { nowMs, wanted, rules, movedThisHour: moved + flyingBytes };
  }
}
