/** A notice above the screen. The list is in order of weight. */
export type Banner = {
  /** Names the cause; a banner put away by hand stays away as long as its key is the same. */
  readonly key: string;
  readonly tone: 'red' | 'amber' | 'blue';
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** May be put away; others go away by themselves when their cause is gone. */
  readonly mayDismiss?: boolean;
  /** How long it stays away then, in milliseconds; a day when left out. */
  readonly restMs?: number;
};
