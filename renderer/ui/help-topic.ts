import { useEffect } from 'react';
import { create } from 'zustand';

/** What F1 shows: the screen's name and short steps. */
export type HelpTopic = { readonly title: string; readonly lines: readonly string[] };

type HelpState = { readonly topics: readonly HelpTopic[]; readonly opened: boolean };

/** Topics of the mounted screens, the innermost last. */
export const useHelpState = create<HelpState>()(() => ({ topics: [], opened: false }));

/** Makes `topic` what F1 shows while the screen is mounted. The topic must be a constant. */
export function useHelp(topic: HelpTopic): void {
  useEffect(() => {
    useHelpState.setState((state) => ({ topics: [...state.topics, topic] }));
    return () => useHelpState.setState((state) => ({ topics: state.topics.filter((known) => known !== topic) }));
  }, [topic]);
}

/** Opens or closes the help drawer. */
export function showHelp(opened: boolean): void {
  useHelpState.setState({ opened });
}
