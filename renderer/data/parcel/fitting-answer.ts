import type { Outcome } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { emptyCookie } from '../replica/apply-answer.ts';

/** What a request in a package asked of a stream, and the page that answers it. */
export type CarriedAsk = { readonly id: string; readonly epoch: string; readonly base: number; readonly after: number };
export type CarriedPage = { readonly epoch: string; readonly resync?: boolean | undefined };

/**
 * What becomes of a page that was carried: `take` it, `skip` it because the copy has begun anew already, or there is a `gap`: it goes on from where this copy
 * is not, or is of a life of the stream that it does not know. Rows older than what is held do no harm.
 */
export async function judgePage({ db }: Office, ask: CarriedAsk, page: CarriedPage): Promise<'take' | 'skip' | 'gap'> {
  const cookie = (await db.cookies.get(ask.id)) ?? emptyCookie(ask.id);
  if (page.resync === true) {
    if (cookie.epoch === ask.epoch) return 'take';
    return cookie.epoch === page.epoch ? 'skip' : 'gap';
  }
  const isOfThisLife = cookie.epoch === page.epoch || cookie.epoch === '';
  return isOfThisLife && ask.base <= cookie.base && ask.after <= cookie.after ? 'take' : 'gap';
}

/** Of the province's word on own ops, what is news here: an older package must not undo what was heard since. */
export async function newsAmong({ db }: Office, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
  const rows = await db.outbox.bulkGet(outcomes.map(({ n }) => n));
  return outcomes.filter((outcome, i) => {
    const kind = rows[i]?.kind;
    return kind === 'waiting' || (kind === 'parked' && outcome.kind !== 'parked');
  });
}
