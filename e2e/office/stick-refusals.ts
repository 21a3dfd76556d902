import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { requestOf, writeForged } from './forged-parcels.ts';
import { expectEqual, expectThat } from './run-proof.ts';
import { says } from './stick-fates.ts';
import { OFFICE, OTHER_OFFICE, readHere, takeStick, type StickOffice, type StickPc } from './stick-office.ts';
import { provinceKeyOf, readAtProvince, writeAtProvince } from './stick-province.ts';
import { signBatch } from '#electron/main/services/carried/signed-batch.ts';
import { writeParcel } from '#renderer/sync/parcel/write-parcel.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import { must } from '#shared/base/must.ts';
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
    await writeForged(folder, stranger.signer, head, ops.map(requestOf));
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

  const [theirNumber, theirKey] = [colleague.office.device.dev, colleague.signer.publicKey];
  const across = { way: 'across' as const, to: ours, toKey: clerkKey, commune: OFFICE };
  await atPc('parcel-foreign', clerk, { ...across, from: theirNumber, fromKey: theirKey });
  await atPc('parcel-foreign', clerk, { ...across, from: theirNumber, fromKey: strangerKey });
  await atPc('parcel-sender-unknown', clerk, { ...across, from: theirs, fromKey: strangerKey });
  await atPc('parcel-foreign', clerk, { ...across, from: theirs, fromKey: strangerKey, commune: OTHER_OFFICE });
  await atPc('parcel-not-for-here', colleague, { ...across, from: ours, fromKey: clerkKey });
  count += await leaveOutEdited(office, provinceKey);

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

/** A colleague's PC itself puts into packages what others never signed so, and what must not leave a PC: none of it is taken, at a PC or at the province. */
async function leaveOutEdited({ pcs, dataDir, work, stranger }: StickOffice, provinceKey: string): Promise<number> {
  const [clerk, colleague] = pcs;
  const epoch = must((await clerk.office.db.cookies.get(clerk.office.stream))?.epoch, 'the clerk has met the province');
  const batchOf = (signer: StickPc['signer'], op: Op): Uint8Array => {
    const signed = signBatch(signer, { dev: op.dev, epoch, ops: [op] });
    if (!signed.ok) throw new Error(signed.error);
    return signed.value;
  };
  const edited = batchOf(clerk.signer, forgedOp(clerk)).slice();
  edited[edited.length - 3] = (edited.at(-3) ?? 0) ^ 1;
  const batches = [
    edited,
    batchOf(colleague.signer, forgedOp(clerk)),
    batchOf(stranger.signer, forgedOp(stranger)),
    batchOf(colleague.signer, secretOp(colleague)),
  ];
  const messages = batches.map((bytes) => ({ kind: 'carried' as const, bytes }));
  const from = { from: colleague.office.device.dev, fromKey: colleague.signer.publicKey, commune: OFFICE };
  const folder = await mkdtemp(join(work, 'edited-'));
  const toClerk = { way: 'across' as const, to: clerk.office.device.dev, toKey: clerk.signer.publicKey };
  await writeForged(folder, colleague.signer, { ...toClerk, ...from }, messages);
  await writeForged(folder, colleague.signer, { way: 'up', to: 0, toKey: provinceKey, ...from }, messages);
  const { parcels } = await readHere(clerk, folder);
  const read = parcels.map(({ outcome, ops, leftOut }) => ({ outcome, ops, leftOut }));
  expectEqual(read, [{ outcome: 'whole', ops: 0, leftOut: batches.length }], 'a PC leaves out what is not so signed');
  expectEqual(await clerk.office.db.peerOps.count(), 0, 'and shows nothing of it');
  const said = await readAtProvince(dataDir, folder);
  expectThat(said.text, (text) => text.includes('3 phần mang hộ chưa nhận'), 'the province leaves it out too');
  expectThat(said.text, (text) => text.includes('1 không được chấp nhận'), 'and refuses what is secret');
  return 2 * batches.length;
}

/** A secret paper, as if its PC had let it go. */
function secretOp({ office }: StickPc): Op {
  return {
    ...{ dev: office.device.dev, n: office.clock.state.n + 1, t: 'set', stream: communeStream(OFFICE) },
    ...{
      type: 'document',
      id: office.actor,
      f: { abstract: 'Mật', secrecy: 'secret' },
      base: 0,
      h: 1,
      by: office.actor,
    },
  };
}

/** What would rename the office's head, had anybody let it in. */
function forgedOp({ office }: StickPc): Op {
  return {
    ...{ dev: office.device.dev, n: office.clock.state.n + 1, t: 'set', stream: communeStream(OFFICE) },
    ...{ type: 'staff', id: office.actor, f: { post: 'Chánh Văn phòng giả' }, base: 1, h: 1, by: office.actor },
  };
}
