const MIN_ROWS = 50;
const MAX_ROWS = 1000;
const FIRST_ROWS = 300;
/** A page of records should take about this long, so that a cut line repeats little. */
const PAGE_SECONDS = 5;
/** Bytes of one row on the wire, as measured with sample documents. */
const ROW_BYTES = 120;
/** Smaller exchanges measure the delay and not the line. */
const MIN_MEASURED_BYTES = 4096;

/** Estimate of the line from whole exchanges: smoothed bytes per second. */
export class LineRate {
  #bytesPerSecond: number | null = null;

  get bytesPerSecond(): number | null {
    return this.#bytesPerSecond;
  }

  /** Takes the measure of one exchange. */
  note(bytes: number, milliseconds: number): void {
    if (bytes < MIN_MEASURED_BYTES || milliseconds <= 0) return;
    const measured = (bytes * 1000) / milliseconds;
    this.#bytesPerSecond = this.#bytesPerSecond === null ? measured : this.#bytesPerSecond * 0.7 + measured * 0.3;
  }

  /** Rows to ask for in one page. */
  get pageRows(): number {
    if (this.#bytesPerSecond === null) return FIRST_ROWS;
    return Math.round(Math.min(MAX_ROWS, Math.max(MIN_ROWS, (this.#bytesPerSecond * PAGE_SECONDS) / ROW_BYTES)));
  }
}
