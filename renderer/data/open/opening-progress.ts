/** How far opening the office has come, in rows or ops of the step; `total` is null while it cannot be known. */
export type OpeningProgress = {
  readonly step: 'opening' | 'from-journal' | 'from-backup';
  readonly done: number;
  readonly total: number | null;
};

/** Told while the office is being opened. */
export type TellProgress = (progress: OpeningProgress) => void;
