/** A file that lies in the vault. `size` in plain bytes. */
export type VaultFile = { readonly hash: string; readonly size: number };
