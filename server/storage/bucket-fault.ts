/** Why a bucket cannot be used. `detail`: what the service said. */
export class BucketFault extends Error {
  override readonly name = 'BucketFault';

  constructor(
    readonly kind: 'unreachable' | 'refused' | 'not-there',
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`);
  }
}
