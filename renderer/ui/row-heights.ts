/**
 * Heights of the rows of a long list by their place, in pixels: those that were measured, one estimate for the others.
 * Sums and places cost the logarithm of the length (a Fenwick tree of what measured rows differ by), however much of a list of 60,000 was measured.
 */
export class RowHeights {
  readonly #estimate: number;
  /** 0 where nothing was measured. */
  #measured = new Float64Array(0);
  #tree = new Float64Array(1);

  constructor(estimate: number) {
    this.#estimate = estimate;
  }

  get count(): number {
    return this.#measured.length;
  }

  /** Height of all rows. */
  get total(): number {
    return this.offsetOf(this.count);
  }

  /** Makes the list longer or shorter at its end; places that stay keep their heights. */
  resize(count: number): void {
    if (count === this.count) return;
    const measured = new Float64Array(count);
    measured.set(this.#measured.subarray(0, count));
    const tree = new Float64Array(count + 1);
    for (let at = 1; at <= count; at += 1) {
      tree[at] = (tree[at] ?? 0) + this.#surplusOf(measured[at - 1] ?? 0);
      const above = at + (at & -at);
      if (above <= count) tree[above] = (tree[above] ?? 0) + (tree[at] ?? 0);
    }
    this.#measured = measured;
    this.#tree = tree;
  }

  isMeasured(index: number): boolean {
    return (this.#measured[index] ?? 0) !== 0;
  }

  heightOf(index: number): number {
    return this.isMeasured(index) ? (this.#measured[index] ?? 0) : this.#estimate;
  }

  /** Takes what was measured; returns by how much the row has grown. */
  measure(index: number, height: number): number {
    if (index < 0 || index >= this.count || height <= 0) return 0;
    const growth = height - this.heightOf(index);
    this.#measured[index] = height;
    if (growth !== 0)
      for (let at = index + 1; at <= this.count; at += at & -at) this.#tree[at] = (this.#tree[at] ?? 0) + growth;
    return growth;
  }

  /** Height of all rows before a place. */
  offsetOf(index: number): number {
    const rows = Math.min(Math.max(index, 0), this.count);
    let surplus = 0;
    for (let at = rows; at > 0; at -= at & -at) surplus += this.#tree[at] ?? 0;
    return rows * this.#estimate + surplus;
  }

  /** The row that lies at a height; the first or the last one outside the list. */
  indexAt(offset: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offsetOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #surplusOf(measured: number): number {
    return measured === 0 ? 0 : measured - this.#estimate;
  }
}
