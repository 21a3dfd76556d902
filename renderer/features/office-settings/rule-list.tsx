import { TagsInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ruleSettingsText as text } from '#renderer/messages/rule-settings.ts';

type RuleListProps<Value extends string | number> = {
  readonly label: string;
  readonly values: readonly Value[];
  /** What it is where nobody changed it; said below the field. */
  readonly usual: readonly Value[];
  readonly most: number;
  /** How a value is written, e.g. as shown in `example`. */
  readonly write: (value: Value) => string;
  /** Reads what a person wrote; `undefined` when it is none. */
  readonly read: (text: string) => Value | undefined;
  readonly example: string;
  readonly disabled: boolean;
  /** Values in ascending order, each once, never none. */
  readonly onChange: (values: Value[]) => void;
};

/** A rule that is a list of values, typed one by one. What cannot be read is not taken, and said. */
export function RuleList<Value extends string | number>(props: RuleListProps<Value>): ReactNode {
  const { label, values, usual, most, write, read, example, disabled, onChange } = props;
  const [unread, setUnread] = useState<string>();
  const change = (written: readonly string[]): void => {
    const known = written.flatMap((each) => read(each) ?? []);
    setUnread(written.find((each) => read(each) === undefined));
    const sorted = [...new Set(known)].sort((a, b) => (a < b ? -1 : 1));
    if (sorted.length > 0) onChange(sorted.slice(0, most));
  };
  const isUsual = JSON.stringify(values) === JSON.stringify(usual);
  return (
    <TagsInput
      label={label}
      description={isUsual ? undefined : text.usual(usual.map(write).join(', '))}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={values.map(write)}
      error={unread === undefined ? undefined : text.unread(unread, example)}
      placeholder={disabled ? undefined : text.add(example)}
      maxTags={most}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      disabled={disabled}
      onChange={change}
    />
  );
}
