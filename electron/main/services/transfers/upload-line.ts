import type { Result } from '#shared/base/result.ts';
import { IN_TURN_HEADER } from '#shared/contract/http.ts';
import type { LineAnswer, LineCall } from '../province/line.ts';
import type { ProvinceClient } from '../province/province-client.ts';
import type { Refusal } from '../province/refusal.ts';
import type { PieceMeter } from './piece-size.ts';

/** The way of uploads to the province: measures what it carries, and knows whether the province takes the pieces of one connection in turn. */
export type UploadLine = {
  readonly send: (call: LineCall) => Promise<Result<LineAnswer, Refusal>>;
  /** What it last said at the beginning of an upload; an older province does not say so. */
  readonly takesInTurn: boolean;
};

/** Makes it; `meter` hears how long bodies took. */
export function createUploadLine(province: Pick<ProvinceClient, 'sendFileCall'>, meter: PieceMeter): UploadLine {
  let answeredAtMs = 0;
  let takesInTurn = false;
  return {
    get takesInTurn() {
      return takesInTurn;
    },
    async send(call) {
      const sentAtMs = performance.now();
      const answer = await province.sendFileCall(call);
      const nowMs = performance.now();
      // A call that went behind another one had the line for itself only after that.
      const tookMs = nowMs - Math.max(sentAtMs, answeredAtMs);
      answeredAtMs = nowMs;
      if (!answer.ok) return answer;
      if (call.body !== undefined) meter.note(call.body.length, tookMs);
      if (call.method === 'POST') takesInTurn = answer.value.headers[IN_TURN_HEADER] !== undefined;
      return answer;
    },
  };
}
