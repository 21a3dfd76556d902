/** Sizes of type in printed tables, in points. `line` and `headLine`: from one line to the next. */
export const tableType = {
  text: 10.5,
  line: 13,
  head: 10,
  headLine: 12.5,
  columnNumber: 9,
  numberRow: 14,
  rule: 0.6,
  title: 14,
  subtitle: 11,
  foot: 8.5,
  padX: 3,
  padY: 4,
} as const;
