import { describe, expect, it } from 'vitest';
import type { StreamMove } from '#shared/sync/moved-stream.ts';
import { moveOfReader, type ParcelManifest, type ParcelReader } from './parcel-manifest.ts';

const reader: ParcelReader = { address: 12, publicKey: 'k', commune: 'xa-cu' };
const move = (from: string, to: string): StreamMove => ({
  ...{ from: `org:${from}`, to: `org:${to}`, by: 10 },
  ...{ life: 'a', toLife: 'b' },
});
const parcel = (commune: string, moves: readonly StreamMove[], from = 0): ParcelManifest =>
  ({
    ...{ from, to: 12, commune },
    moved: { commune: { id: commune, name: 'xã Mới', province: 'tỉnh Mẫu' }, moves },
  }) as unknown as ParcelManifest;

describe('where a package says the reader’s commune is now', () => {
  it('is the end of the moves from there, whatever else went into it', () => {
    const moves = [move('xa-khac', 'xa-moi'), move('xa-cu', 'xa-giua'), move('xa-giua', 'xa-moi')];
    expect(moveOfReader(parcel('xa-moi', moves), reader)).toMatchObject({
      commune: { id: 'xa-moi' },
      moves: moves.slice(1),
    });
  });

  it('is nowhere when the moves do not lead there, when it is there already, and when a colleague’s PC says so', () => {
    expect(moveOfReader(parcel('xa-moi', [move('xa-khac', 'xa-moi')]), reader)).toBeUndefined();
    expect(moveOfReader(parcel('xa-moi', [move('xa-cu', 'xa-giua')]), reader)).toBeUndefined();
    expect(moveOfReader(parcel('xa-cu', [move('xa-khac', 'xa-cu')]), reader)).toBeUndefined();
    expect(moveOfReader(parcel('xa-moi', [move('xa-cu', 'xa-moi')], 13), reader)).toBeUndefined();
  });
});
