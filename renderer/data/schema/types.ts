/** One version of the store: what it adds, as Dexie index lists by table. Frozen once released. */
export type SchemaVersion = { readonly version: number; readonly stores: Readonly<Record<string, string>> };
