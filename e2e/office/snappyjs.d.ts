declare module 'snappyjs' {
  /** Unpacks a block; throws when it is none or longer than `maxLength`. */
  export function uncompress(block: Uint8Array, maxLength?: number): Uint8Array;
}
