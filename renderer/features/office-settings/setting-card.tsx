import { Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { SettingKey, SettingValue } from '#shared/domain/setting/setting-table.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { saveSetting } from '#renderer/data/settings/setting-repository.ts';
import { officeSettingsText as text } from '#renderer/messages/office-settings.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './office-settings.module.css';

type SettingCardProps<K extends SettingKey> = {
  readonly name: K;
  readonly title: string;
  readonly about?: string;
  readonly value: SettingValue<K>;
  readonly disabled: boolean;
  /** Takes two columns where there is room: it has a table. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/** One setting with its save button; a refusal stays under it. */
export function SettingCard<K extends SettingKey>(props: SettingCardProps<K>): ReactNode {
  const { name, title, about, value, disabled, isWide = false, children } = props;
  const office = useOffice();
  const id = useId();
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const save = async (): Promise<void> => {
    const saved = await saveSetting(office, name, value);
    setRefusal(saved.ok ? null : saved.error.code);
    if (saved.ok) notifyDone(text.saved);
  };
  return (
    <section className={classes.card} data-setting={name} data-wide={isWide || undefined} aria-labelledby={id}>
      <Title order={2} id={id} className={classes.title ?? ''}>
        {title}
      </Title>
      {about !== undefined && <p className={classes.about}>{about}</p>}
      {children}
      {refusal !== null && <ErrorNote code={refusal} />}
      {!disabled && (
        <WriteButton variant="default" onClick={() => void save()}>
          {text.save}
        </WriteButton>
      )}
    </section>
  );
}
