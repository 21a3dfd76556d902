import { Fragment, type ReactNode } from 'react';

/** A code such as `01/2022/TTLT-BCA`: where it does not fit into a line it breaks behind a slash or dash, not in the middle of a part. */
export function BreakableCode({ children: code }: { readonly children: string }): ReactNode {
  return partsOf(code).map((part, place) => (
    <Fragment key={`${String(place)} ${part}`}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** The pieces between which a code may be broken. */
export function partsOf(code: string): readonly string[] {
  return code.match(/[^/-]*[/-]+|[^/-]+/g) ?? [];
}
