/** Cost of one Argon2id run; `m` in KiB. Kept with every wrap. */
export type KdfParams = { readonly t: number; readonly m: number };

/** Least cost that is made or accepted: a file that asks for less was tampered with (ASVS 11.4.2; OWASP password storage). */
export const KDF_FLOOR: KdfParams = { t: 2, m: 19 * 1024 };
/** Most that is accepted: a damaged file must not ask for all memory, or for hours. */
export const KDF_CEILING: KdfParams = { t: 64, m: 512 * 1024 };

/** Turns a passphrase into 32 bytes, slowly. */
export type PassphraseKdf = {
  readonly derive: (passphrase: string, salt: Uint8Array, params: KdfParams) => Promise<Uint8Array>;
  /** Cost for a new wrap on this PC. */
  readonly choose: () => Promise<KdfParams>;
};

/** How long opening with a passphrase may take on this PC, in milliseconds. */
const TARGET_MS = 700;
const AMPLE: KdfParams = { t: 2, m: 64 * 1024 };

/** Raises the cost until one run takes about the target. Never below the floor. `derive` is timed as it will be used. */
export async function calibrate(derive: PassphraseKdf['derive'], target = TARGET_MS): Promise<KdfParams> {
  const time = async (params: KdfParams): Promise<number> => {
    const started = performance.now();
    await derive('calibration', new Uint8Array(16), params);
    return performance.now() - started;
  };
  const atFloor = await time(KDF_FLOOR);
  if (atFloor * (AMPLE.m / KDF_FLOOR.m) > target) return KDF_FLOOR;
  const atAmple = await time(AMPLE);
  const t = Math.floor((target / atAmple) * AMPLE.t);
  return { t: Math.min(Math.max(t, AMPLE.t), 16), m: AMPLE.m };
}
