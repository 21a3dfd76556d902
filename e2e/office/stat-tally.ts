/** Figures of the forms as they are counted by hand: null where nothing could be counted from. What was never counted is nought. */
export class Tally {
  readonly figures = new Map<string, number | null>();
  /** Organisations that admitted somebody. */
  readonly admitting = new Set<string>();
  readonly #ages: number[] = [];
  readonly #memberAges: number[] = [];

  add(form: string, code: string): void {
    this.figures.set(`${form} ${code}`, this.of(form, code) + 1);
  }

  set(form: string, code: string, value: number | null): void {
    this.figures.set(`${form} ${code}`, value);
  }

  of(form: string, code: string): number {
    return this.figures.get(`${form} ${code}`) ?? 0;
  }

  /** Age of somebody admitted, and of a member, for the averages. */
  age(years: number | undefined): void {
    if (years !== undefined) this.#ages.push(years);
  }

  memberAge(years: number | undefined): void {
    if (years !== undefined) this.#memberAges.push(years);
  }

  /** Averages to a tenth of a year. */
  closeAges(): void {
    for (const [form, ages] of [
      ['2-TCTW', this.#ages],
      ['3-TCTW', this.#memberAges],
    ] as const) {
      const sum = ages.reduce((all, each) => all + each, 0);
      this.set(form, 'age-average', ages.length === 0 ? 0 : Math.round((sum / ages.length) * 10) / 10);
    }
  }
}
