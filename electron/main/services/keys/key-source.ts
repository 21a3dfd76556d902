/** What a key is for. Each purpose has keys of its own, derived from the data key (HKDF-SHA-256). */
export type KeyPurpose = 'rows' | 'journal' | 'vault' | 'backup';

/** A key of 32 bytes and the version of the data key it comes from. */
export type VersionedKey = { readonly id: number; readonly key: Uint8Array };

/** Where journal, vault and backups get their keys. Nothing is kept: every use asks anew, so that a lock takes effect at once. */
export interface KeySource {
  /** The key new things are enciphered with; undefined while the PC is locked. */
  current(purpose: KeyPurpose): VersionedKey | undefined;
  /** The key of a version; undefined while locked or when there is none such. */
  find(purpose: KeyPurpose, id: number): Uint8Array | undefined;
  /** Called after the PC was opened, locked, or its data key exchanged. The returned function ends it. */
  onChange(listener: () => void): () => void;
}
