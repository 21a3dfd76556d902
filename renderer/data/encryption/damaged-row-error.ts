/** A stored row that is not what this PC wrote at this place: damaged, swapped with another, or of a key that is not here. Carries no contents. */
export class DamagedRowError extends Error {
  override readonly name = 'DamagedRowError';
  readonly table: string;

  constructor(table: string) {
    super(`a row of ${table} is damaged`);
    this.name = 'DamagedRowError';
    this.table = table;
  }
}
