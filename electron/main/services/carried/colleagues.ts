/** A PC of the office as the province has published it. `publicKey`: raw Ed25519, base64url. */
export type Colleague = { readonly dev: number; readonly name: string; readonly publicKey: string };

/** The PCs of the own commune, so that what they have signed is known as theirs. The page reads them from what the province has sent. */
export type Colleagues = {
  /** Replaces the list; who was shut out is not on it. */
  readonly set: (list: readonly Colleague[]) => void;
  readonly find: (dev: number) => Colleague | undefined;
  readonly findByKey: (publicKey: string) => Colleague | undefined;
};

/** Nobody is known at first. */
export function createColleagues(): Colleagues {
  let known = new Map<number, Colleague>();
  return {
    set(list) {
      known = new Map(list.map((each) => [each.dev, each]));
    },
    find: (dev) => known.get(dev),
    findByKey: (publicKey) => [...known.values()].find((each) => each.publicKey === publicKey),
  };
}
