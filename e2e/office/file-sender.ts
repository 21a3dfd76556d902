import { join } from 'node:path';
import { openDeviceIdentity } from '#electron/main/services/device-identity.ts';
import { createSetAside } from '#electron/main/services/disk/set-aside.ts';
import { createPrivateDeviceKey, openSigner, type Signer } from '#electron/main/services/keys/device-key.ts';
import { createFixedKeySource } from '#electron/main/services/keys/fixed-key-source.ts';
import type { LineCall } from '#electron/main/services/province/line.ts';
import { createProvinceClient } from '#electron/main/services/province/province-client.ts';
import { createTransfers, type Transfers } from '#electron/main/services/transfers/transfers.ts';
import { openVault, type Vault } from '#electron/main/services/vault/vault.ts';

/** A piece that was sent, whether or not it arrived. `hasFailed`: no answer came, or a refusal. */
export type SentPiece = { readonly hash: string; readonly offset: number; readonly bytes: number; hasFailed: boolean };

/** What stays of a PC that sends files while its program does not run. */
export type SenderDisk = { readonly folder: string; readonly name: string; readonly signer: Signer };

/** The services of the main process that move files, started; every piece they send is noted. */
export type FileSender = {
  readonly transfers: Transfers;
  readonly vault: Vault;
  readonly close: () => Promise<void>;
};

/** A PC that was never started. `folder` is its own. */
export function newSenderDisk(folder: string, name: string): SenderDisk {
  return { folder: join(folder, name), name, signer: openSigner(createPrivateDeviceKey()) };
}

/** Starts the services on what the disk holds. `enrol`: where and with which code, the first time. */
export async function startFileSender(
  { folder, name, signer }: SenderDisk,
  note: (piece: SentPiece) => void,
  enrol?: { readonly serverUrl: string; readonly code: string },
): Promise<FileSender> {
  const vault = await openVault({
    folder: join(folder, 'vault'),
    setAside: createSetAside(join(folder, 'set-aside')),
    keys: createFixedKeySource(name),
  });
  const identity = await openDeviceIdentity(join(folder, 'device.json'), {
    publicKey: () => signer.publicKey,
    sign: signer.sign,
    ageIdentity: signer.ageIdentity,
  });
  const client = createProvinceClient(identity);
  if (enrol !== undefined) {
    const enrolled = await client.enrol({ ...enrol, name });
    if (!enrolled.ok) throw new Error(`${name} was not enrolled: ${enrolled.error.code}`);
  }
  const sendFileCall = async (call: LineCall): ReturnType<typeof client.sendFileCall> => {
    if (call.method !== 'PATCH') return client.sendFileCall(call);
    const hash = call.path.slice(call.path.lastIndexOf('/') + 1);
    const offset = Number(call.headers?.['upload-offset']);
    const piece = { hash, offset, bytes: call.body?.length ?? 0, hasFailed: false };
    note(piece);
    const answer = await client.sendFileCall(call);
    piece.hasFailed = !answer.ok;
    return answer;
  };
  return {
    transfers: createTransfers({ ...client, sendFileCall }, vault),
    vault,
    async close() {
      await client.close();
      await vault.close();
    },
  };
}
