import { Group, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useDraft, useKeepDraft } from '#renderer/data/drafts.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';

type KeptTextProps = {
  /** Names what is written, so that it is found again after a lock or restart. */
  readonly draftKey: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly seen: number;
  readonly maxLength: number;
  readonly minRows?: number;
  readonly disabled: boolean;
  /** Writes it; false when it was refused, then the text stays as it is typed. `seen`: of the record when the typing began. */
  readonly onSave: (text: string, seen: number) => Promise<boolean>;
  /** Further buttons beside Lưu. */
  readonly more?: ReactNode;
};

type Kept = { readonly text: string; readonly seen: number };

/** A long text that is saved when the field is left or the button pressed; until then it is kept on this PC. */
export function KeptText(props: KeptTextProps): ReactNode {
  const kept = useDraft<Kept>(props.draftKey);
  return kept === undefined ? null : <Field {...props} kept={kept} />;
}

function Field(props: KeptTextProps & { readonly kept: Kept | null }): ReactNode {
  const { draftKey, label, hint, value, seen, maxLength, minRows = 4, disabled, onSave, more, kept } = props;
  const words = meetingWorkText.minutes;
  const [typed, setTyped] = useState<Kept | null>(kept);
  const isChanged = typed !== null && typed.text !== value;
  const forget = useKeepDraft(draftKey, typed, isChanged);
  const save = async (): Promise<void> => {
    if (typed === null || !isChanged) return;
    if (!(await onSave(typed.text, typed.seen))) return;
    forget();
    setTyped(null);
  };
  return (
    <div>
      <Textarea
        label={label}
        {...(hint !== undefined && { description: hint })}
        inputWrapperOrder={['label', 'input', 'description']}
        autosize
        minRows={minRows}
        maxRows={24}
        maxLength={maxLength}
        value={typed?.text ?? value}
        disabled={disabled}
        onChange={(event) => setTyped({ text: event.currentTarget.value, seen: typed?.seen ?? seen })}
        onBlur={() => void save()}
      />
      {!disabled && (
        <Group gap="sm" mt="xs">
          <WriteButton disabled={!isChanged} onClick={() => void save()}>
            {meetingWorkText.opinions.save}
          </WriteButton>
          {more}
          {isChanged && <StatusChip tone="amber">{words.unsaved}</StatusChip>}
        </Group>
      )}
    </div>
  );
}
