declare module 's3rver' {
  /** What speaks like S3 on a folder of this machine, for tests. */
  type S3rver = {
    readonly run: () => Promise<{ readonly address: string; readonly port: number }>;
    readonly close: () => Promise<void>;
  };
  const S3rver: new (options: {
    readonly address: string;
    readonly port: number;
    readonly silent: boolean;
    readonly directory: string;
    readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
  }) => S3rver;
  export default S3rver;
}
