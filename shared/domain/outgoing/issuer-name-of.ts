import { issuerWords } from './signing-words-table.ts';

/** Name of a body as its papers print it: the collective (Đảng bộ) is what stands in the tree, its committee (Đảng uỷ) issues (HD 05-HD/VPTW). */
export function issuerNameOf(unitName: string): string {
  const { collective, committee } = issuerWords;
  return unitName.startsWith(`${collective} `) ? `${committee}${unitName.slice(collective.length)}` : unitName;
}
