import { createContext, useContext, type ReactNode } from 'react';
import { must } from '#shared/base/must.ts';
import type { SyncEngine } from './sync-engine.ts';

const SyncContext = createContext<SyncEngine | undefined>(undefined);

/** Gives the sync engine to the screens below. */
export function SyncProvider({
  sync,
  children,
}: {
  readonly sync: SyncEngine;
  readonly children: ReactNode;
}): ReactNode {
  return <SyncContext value={sync}>{children}</SyncContext>;
}

/** The sync engine. Throws outside a `SyncProvider`. */
export function useSync(): SyncEngine {
  return must(useContext(SyncContext), 'screens lie inside a SyncProvider');
}
