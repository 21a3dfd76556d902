import { z } from 'zod';
import { httpPaths } from './http.ts';

/** Longest a server holds one question open, seconds: shorter than what proxies and address translation cut a silent connection after (a minute). */
export const HOLD_SECONDS_MAX = 50;

/** Shortest a PC asks for on a way that cuts silent connections early, seconds. */
export const HOLD_SECONDS_MIN = 10;

/** Sequences at which the commune's own stream and the province's end, as a PC or the server knows them. */
export type StreamEnds = { readonly own: number; readonly province: number };

const askSchema = z.object({
  after: z.string().max(40),
  for: z.coerce.number().int().min(1).max(HOLD_SECONDS_MAX),
});

/** Path of the question whether there is news: answered as soon as one of the streams ends elsewhere than `known`, and after `seconds` in any case. */
export function newsPath(known: StreamEnds, seconds: number): string {
  return `${httpPaths.news}?after=${endsToText(known)}&for=${String(seconds)}`;
}

/** Reads the query of that path; `undefined` when it is none. */
export function readNewsQuery(query: unknown): { readonly known: StreamEnds; readonly seconds: number } | undefined {
  const parsed = askSchema.safeParse(query);
  const known = parsed.success ? endsFromText(parsed.data.after) : undefined;
  return parsed.success && known !== undefined ? { known, seconds: parsed.data.for } : undefined;
}

/** Ends as they travel, e.g. `1200.44`: every byte of a question that is asked all day counts. */
export function endsToText({ own, province }: StreamEnds): string {
  return `${String(own)}.${String(province)}`;
}

/** Reads `endsToText`; `undefined` when it is none. */
export function endsFromText(text: string): StreamEnds | undefined {
  const [, own, province] = /^(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  return own === undefined || province === undefined ? undefined : { own: Number(own), province: Number(province) };
}
