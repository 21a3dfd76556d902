/** Progress of the set-up goes to stderr, so that stdout stays clean for figures and JSON. */
export function tell(line: string): void;
