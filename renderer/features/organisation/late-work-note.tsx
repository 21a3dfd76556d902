import { Alert, Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { forgetLateWork, useLateWork, type LateWork } from '#renderer/data/organisation/late-work.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { unitLifeText, unitWorkText } from '#renderer/messages/unit-life.ts';

/** Tells that something had been written into an organisation after it ended, and where it is now. */
export function LateWorkNote(): ReactNode {
  const office = useOffice();
  const late = useLateWork();
  const names = useRecordNames();
  const { history } = unitLifeText;
  if (late.length === 0) return null;
  const text = unitLifeText.late;
  const groups = new Map<string, LateWork[]>();
  for (const each of late) {
    const key = `${each.what} ${each.from} ${each.to}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return (
    <Alert color="blue" variant="light" icon={<IconInfoCircle aria-hidden />} title={text.title} role="status">
      <p>{text.text}</p>
      {[...groups].map(([key, [first, ...more]]) =>
        first === undefined ? null : (
          <p key={key}>
            {text.line(
              unitWorkText(first.what, formatCount(more.length + 1)),
              names.unit(first.from) ?? history.unknown,
              names.unit(first.to) ?? history.unknown,
            )}
          </p>
        ),
      )}
      <Button size="compact-sm" variant="default" mt="xs" onClick={() => void forgetLateWork(office)}>
        {text.seen}
      </Button>
    </Alert>
  );
}
