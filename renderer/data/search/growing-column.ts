type Numbers = Int32Array | Uint16Array | Uint8Array;

/** A column of numbers that grows by doubling. */
export class GrowingColumn<T extends Numbers> {
  #values: T;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(1024);
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#values.length) {
      const grown = this.#make(Math.max(this.#values.length * 2, index + 1));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[index] = value;
  }
}

/** Numbers for texts that repeat (units, issuers): 0 stands for none. */
export class TextCodes {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [''];

  codeOf(text: string | null): number {
    if (text === null || text === '') return 0;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.length;
    this.#texts.push(text);
    this.#codes.set(text, code);
    return code;
  }

  /** Code of a text, or undefined when no row has it. */
  find(text: string): number | undefined {
    return this.#codes.get(text);
  }

  textOf(code: number): string {
    return this.#texts[code] ?? '';
  }

  get size(): number {
    return this.#texts.length;
  }
}
