import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import type { MovedCommune } from '#shared/contract/protocol.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import type { DeviceIdentity } from '../device-identity.ts';

/**
 * This PC belongs to the commune its own was merged into, from now on: that is on the disk when this returns, and whatever is opened afterwards follows it. Refused
 * (`bad-input`) when the moves do not lead from where it is to there.
 */
export async function followMerger(
  identity: Pick<DeviceIdentity, 'state' | 'setState'>,
  { commune, moves }: MovedCommune,
): Promise<Result<DeviceState, { readonly code: ErrorCode }>> {
  const state = identity.state();
  if (state === null) return err({ code: 'not-enrolled' });
  if (state.commune.id === commune.id) return ok(state);
  const here = communeStream(state.commune.id);
  const end = moves.reduce<string | undefined>((at, { from, to }) => (from === at ? to : undefined), here);
  if (end !== communeStream(commune.id)) return err({ code: 'bad-input' });
  const next = { ...state, commune, streams: [end, PROVINCE_STREAM], moves: [...(state.moves ?? []), ...moves] };
  await identity.setState(next);
  return ok(next);
}
