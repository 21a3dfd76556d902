import { useEffect, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { clockInWords } from '#renderer/ui/duration-words.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { formatTime } from '#renderer/ui/format-when.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';

const text = thisPcText.health;
const TICK_MS = 10_000;

/** The PC's clock beside the time the books go by. */
export function ClockCard(): ReactNode {
  const office = useOffice();
  const { clockOffsetMs } = useSyncStatus();
  const [now, setNow] = useState(() => ({ pc: Date.now(), book: office.nowMs() }));
  useEffect(() => {
    const timer = setInterval(() => setNow({ pc: Date.now(), book: office.nowMs() }), TICK_MS);
    return () => clearInterval(timer);
  }, [office]);
  const words = (ms: number): string => sharedText.dateAt(formatDate(dateOfInstant(ms)), formatTime(ms));
  return (
    <SectionCard title={text.clock}>
      <FactList
        facts={[
          { label: text.clockNow, value: words(now.book) },
          { label: text.clockPc, value: words(now.pc) },
          { label: text.clockOff, value: clockInWords(clockOffsetMs).text },
        ]}
      />
    </SectionCard>
  );
}
