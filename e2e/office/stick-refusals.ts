import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { writeForged } from './forged-parcels.ts';
import { expectEqual, expectThat } from './run-proof.ts';
import { says } from './stick-fates.ts';
import { OFFICE, OTHER_OFFICE, readHere, takeStick, type StickOffice, type StickPc } from './stick-office.ts';
import { provinceKeyOf, readAtProvince, writeAtProvince } from './stick-province.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { communeStream } from '#shared/entities.ts';
import type { ParcelHead } from '#shared/contract/parcel-manifest.ts';
import type { Op } from '#shared/sync/op.ts';

type Head = Pick<ParcelHead, 'way' | 'from' | 'to' | 'fromKey' | 'toKey' | 'commune'>;

/** Packages by whoever knows the form, of other offices, for others, against their direction, of a PC that was shut out: each is named, none changes anything. */
export async function refuseForged(office: StickOffice): Promise<number> {
  const { pcs, stranger, province, dataDir, work } = office;
  const [clerk, colleague] = pcs;
  const before = await province.recordsOf(OFFICE);
  const provinceKey = await provinceKeyOf(dataDir);
  const [clerkKey, strangerKey] = [clerk.signer.publicKey, stranger.signer.publicKey];
  const [ours, theirs] = [clerk.office.device.dev, stranger.office.device.dev];
  const toProvince = { way: 'up' as const, to: 0, toKey: provinceKey };
  const op = forgedOp(clerk);
  let count = 0;

  const atProvince = async (code: ErrorCode, head: Head, ops: readonly Op[]): Promise<void> => {
    const folder = await mkdtemp(join(work, 'forged-'));
    await writeForged(folder, stranger.signer, head, ops);
    const said = await readAtProvince(dataDir, folder);
    expectThat(said, ({ isDone, text }) => !isDone && says(code)(text), `the province refuses: ${code}`);
    count += 1;
  };
  const atPc = async (code: ErrorCode, pc: StickPc, head: Head): Promise<void> => {
    const folder = await mkdtemp(join(work, 'forged-'));
    await writeForged(folder, stranger.signer, head, []);
    const { parcels, faults } = await readHere(pc, folder);
    expectEqual(
      [...parcels.map(({ outcome }) => outcome), ...faults.map((fault) => fault.code)],
      [code],
      'the PC refuses',
    );
    count += 1;
  };

  await atProvince('parcel-foreign', { ...toProvince, from: ours, fromKey: clerkKey, commune: OFFICE }, [op]);
  await atProvince('parcel-foreign', { ...toProvince, from: ours, fromKey: strangerKey, commune: OFFICE }, [op]);
  await atProvince('parcel-foreign', { ...toProvince, from: theirs, fromKey: strangerKey, commune: OFFICE }, [op]);
  await atProvince('parcel-foreign', { ...toProvince, from: theirs, fromKey: strangerKey, commune: OTHER_OFFICE }, [
    op,
  ]);
  await atProvince(
    'parcel-not-for-here',
    { ...toProvince, toKey: strangerKey, from: theirs, fromKey: strangerKey, commune: OTHER_OFFICE },
    [],
  );
  await atProvince(
    'parcel-wrong-way',
    { ...toProvince, way: 'down', from: theirs, fromKey: strangerKey, commune: OTHER_OFFICE },
    [],
  );

  const down = { way: 'down' as const, from: 0, to: ours, toKey: clerkKey, commune: OFFICE };
  await atPc('parcel-foreign', clerk, { ...down, fromKey: provinceKey });
  await atPc('parcel-foreign', clerk, { ...down, fromKey: strangerKey });
  await atPc('parcel-foreign', clerk, { ...down, fromKey: provinceKey, commune: OTHER_OFFICE });
  await atPc('parcel-wrong-way', clerk, {
    ...toProvince,
    toKey: clerkKey,
    from: theirs,
    fromKey: strangerKey,
    commune: OFFICE,
  });
  await atPc('parcel-not-for-here', colleague, { ...down, fromKey: provinceKey });

  const shut = await mkdtemp(join(work, 'shut-'));
  await takeStick(stranger, shut);
  const written = await writeParcel(stranger.office, stranger.desktop, { to: 0, label: '' });
  expectThat(written, ({ ok }) => ok, 'a PC does not know that it is shut out');
  await province.revoke(theirs);
  expectThat(
    (await readAtProvince(dataDir, shut)).text,
    says('device-revoked'),
    'of a PC that is shut out nothing is taken',
  );
  expectThat(
    (await writeAtProvince(dataDir, theirs, shut)).text,
    says('device-revoked'),
    'and nothing is written for it',
  );
  expectEqual(await province.recordsOf(OFFICE), before, 'nothing of all that changed anything');
  return count + 2;
}

/** What would rename the office's head, had anybody let it in. */
function forgedOp({ office }: StickPc): Op {
  return {
    ...{ dev: office.device.dev, n: office.clock.state.n + 1, t: 'set', stream: communeStream(OFFICE) },
    ...{ type: 'staff', id: office.actor, f: { post: 'Chánh Văn phòng giả' }, base: 1, h: 1, by: office.actor },
  };
}
