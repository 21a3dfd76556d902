import { formatCount } from '#renderer/messages/format-count.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { durationInWords } from './duration-words.ts';

/** How far a new PC has been filled; `secondsLeft` at the rate measured so far, null while that is not known. */
type Loading = { readonly papers: number; readonly papersInAll: number; readonly secondsLeft: number | null };

const SECOND_MS = 1000;
/** Shorter spans are said as this one: the rate is no better known. */
const LEAST_SECONDS = 5;

/** How far a new PC has been filled, in a sentence: `Đang nhận văn bản từ tỉnh: đã có 5.000 trong 20.000 văn bản, còn khoảng 1 phút.` */
export function loadingInWords(loading: Loading, isOnline: boolean): string {
  const { loading: going, loadingPaused } = syncText.state;
  const [done, inAll] = [formatCount(loading.papers), formatCount(loading.papersInAll)];
  return isOnline ? `${withLeft(going(done, inAll), loading)}.` : `${loadingPaused(done, inAll)}.`;
}

/** The same for the status bar: `Đang nhận 5.000/20.000 văn bản, còn khoảng 1 phút`. */
export function loadingInShort(loading: Loading): string {
  return withLeft(syncText.state.loadingShort(formatCount(loading.papers), formatCount(loading.papersInAll)), loading);
}

function withLeft(words: string, { secondsLeft }: Loading): string {
  if (secondsLeft === null) return words;
  const left = durationInWords(Math.max(LEAST_SECONDS, secondsLeft) * SECOND_MS);
  return `${words}, ${syncText.state.loadingLeft(left)}`;
}
