import { Checkbox, NumberInput, Table, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { parseTypedTime } from '#shared/base/typed-time.ts';
import { defaultMeetingRules, type MeetingRules } from '#shared/domain/meeting/meeting-rules.ts';
import type { ScoreCriterion } from '#shared/domain/meeting/score-criterion.ts';
import { officeSettingsText } from '#renderer/messages/office-settings.ts';
import classes from './office-settings.module.css';
import { SettingCard } from './setting-card.tsx';

const { meetings: text } = officeSettingsText;

/** What provinces and communes do differently about cell meetings: how often, how many must be there, how they are scored. */
export function MeetingsCard({
  saved,
  disabled,
}: {
  readonly saved: MeetingRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const [value, setValue] = useState<MeetingRules>(saved ?? defaultMeetingRules);
  const [time, setTime] = useState(value.usualTime);
  const typed = parseTypedTime(time);
  const number = (
    field: 'thematicEveryMonths' | 'usualDay' | 'goodPercent' | 'quorumPercent' | 'goodMinutes',
    max: number,
    min = 0,
  ): ReactNode => (
    <NumberInput
      label={text[field]}
      value={value[field]}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="blur"
      disabled={disabled}
      onChange={(next) => typeof next === 'number' && setValue({ ...value, [field]: next })}
    />
  );
  return (
    <SettingCard
      name="meeting-rules"
      title={text.title}
      about={text.about}
      value={{ ...value, usualTime: typed ?? value.usualTime }}
      disabled={disabled}
    >
      {number('thematicEveryMonths', 12, 1)}
      {number('usualDay', 31, 1)}
      <TextInput
        label={text.usualTime}
        value={time}
        disabled={disabled}
        error={typed === undefined && text.timeWrong}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      {number('goodPercent', 100)}
      {number('quorumPercent', 100)}
      {number('goodMinutes', 600)}
      <Checkbox
        label={text.exemptMayVote}
        checked={value.exemptMayVote}
        disabled={disabled}
        onChange={(event) => setValue({ ...value, exemptMayVote: event.currentTarget.checked })}
      />
      {(['regularCriteria', 'thematicCriteria'] as const).map((form) => (
        <CriteriaTable
          key={form}
          title={text[form]}
          criteria={value[form]}
          disabled={disabled}
          onChange={(criteria) => setValue({ ...value, [form]: criteria })}
        />
      ))}
    </SettingCard>
  );
}

type CriteriaTableProps = {
  readonly title: string;
  readonly criteria: readonly ScoreCriterion[];
  readonly disabled: boolean;
  readonly onChange: (criteria: ScoreCriterion[]) => void;
};

/** The criteria of a form: their words and points. A criterion with no points is not in the form's sum. */
function CriteriaTable({ title, criteria, disabled, onChange }: CriteriaTableProps): ReactNode {
  const sum = criteria.reduce((all, { points }) => all + points, 0);
  const put = (code: string, part: Partial<ScoreCriterion>): void =>
    onChange(criteria.map((each) => (each.code === code ? { ...each, ...part } : each)));
  return (
    <details>
      <summary>
        {title}: {text.sum(sum)}
      </summary>
      <Table verticalSpacing="0.25rem">
        <Table.Tbody>
          {criteria.map(({ code, title: words, points }) => (
            <Table.Tr key={code}>
              <Table.Td>
                <Textarea
                  aria-label={text.criterion}
                  autosize
                  minRows={1}
                  value={words}
                  maxLength={300}
                  disabled={disabled}
                  onChange={(event) => put(code, { title: event.currentTarget.value })}
                />
              </Table.Td>
              <Table.Td className={classes.points ?? ''}>
                <NumberInput
                  aria-label={text.points(words)}
                  value={points}
                  min={0}
                  max={100}
                  decimalScale={1}
                  disabled={disabled}
                  onChange={(next) => typeof next === 'number' && put(code, { points: next })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
