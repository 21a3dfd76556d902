import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';

type LinesFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
  readonly lineMax: number;
  readonly linesMax: number;
};

/** Lines of the paper (căn cứ, nơi nhận): one a line, as they are typed. */
export function LinesField({ label, hint, lines, onChange, lineMax, linesMax }: LinesFieldProps): ReactNode {
  // The empty line at the end belongs to who types, not to the paper.
  const [typed, setTyped] = useState<string | null>(null);
  const joined = lines.join('\n');
  const isOwn = typed !== null && toLines(typed).join('\n') === joined;
  const change = (value: string): void => {
    setTyped(value);
    onChange(
      toLines(value)
        .slice(0, linesMax)
        .map((line) => line.slice(0, lineMax)),
    );
  };
  return (
    <Textarea
      label={label}
      placeholder={hint}
      value={isOwn ? typed : joined}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      autosize
      minRows={1}
      maxRows={12}
      spellCheck={false}
    />
  );
}

/** Lines of a text; the marks people type by habit (`- ` before, `;` behind) are the paper's own and are taken off. */
export function toLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•]\s+/, '').replace(/\s*[;]\s*$/, ''))
    .filter((line) => line.trim() !== '');
}
