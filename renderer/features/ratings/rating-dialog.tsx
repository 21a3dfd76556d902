import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { ratingLevelSchema, type RatingLevel } from '#shared/domain/rating/rating-record.ts';
import { ratingLevels, suggestLevel, totalOf } from '#shared/domain/rating/rating-rules.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { saveRating } from '#renderer/data/ratings/rating-repository.ts';
import type { RatingLine, RatingSheet } from '#renderer/data/ratings/read-rating-sheet.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { ratingsText as text } from '#renderer/messages/ratings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';

type RatingDialogProps = { readonly sheet: RatingSheet; readonly line: RatingLine; readonly onClose: () => void };

/** The three steps of a member's rating: points and what they say of themselves, what the cell proposes with its votes, what is decided. */
export function RatingDialog({ sheet, line, onClose }: RatingDialogProps): ReactNode {
  const office = useOffice();
  const { may: mayDecide } = useMay('rating.decide');
  const { member, rating, disciplined } = line;
  const [scores, setScores] = useState<Readonly<Record<string, number>>>(rating?.scores ?? {});
  const [selfLevel, setSelf] = useState<RatingLevel | null>(rating?.selfLevel ?? null);
  const [proposedLevel, setProposed] = useState<RatingLevel | null>(rating?.proposedLevel ?? null);
  const [decidedLevel, setDecided] = useState<RatingLevel | null>(rating?.decidedLevel ?? null);
  const [votesFor, setFor] = useState<number | null>(rating?.votesFor ?? null);
  const [votesCast, setCast] = useState<number | null>(rating?.votesCast ?? null);
  const [notRated, setNotRated] = useState(rating?.notRated ?? '');
  const [note, setNote] = useState(rating?.note ?? '');
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const { form } = text;
  const hasPoints = Object.keys(scores).length > 0;
  const total = totalOf(scores);
  const isOverVoted = votesFor !== null && (votesCast === null || votesFor > votesCast);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (isOverVoted) return;
    const key = { memberId: member.id, unitId: sheet.unitId, period: sheet.period };
    const changes = { scores, selfLevel, proposedLevel, votesFor, votesCast, notRated, note };
    const saved = await saveRating(office, key, mayDecide ? { ...changes, decidedLevel } : changes);
    if (!saved.ok) {
      setRefusal(saved.error.code);
      return;
    }
    onClose();
    notifyDone(form.saved(member.name.full));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={form.title(member.name.full, text.periodName(sheet.period))}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {disciplined && <Alert color="amber">{form.disciplined}</Alert>}
          {sheet.rules.criteria.map(({ code, name, most }) => (
            <NumberInput
              key={code}
              label={form.points(name, most)}
              min={0}
              max={most}
              clampBehavior="strict"
              value={scores[code] ?? ''}
              onChange={(value) => {
                const { [code]: _before, ...others } = scores;
                setScores(typeof value === 'number' ? { ...others, [code]: value } : others);
              }}
            />
          ))}
          {hasPoints && (
            <Text aria-live="polite">{form.total(String(total), text.levels[suggestLevel(total, sheet.rules)])}</Text>
          )}
          <LevelSelect label={form.self} value={selfLevel} onChange={setSelf} />
          <LevelSelect label={form.proposed} value={proposedLevel} onChange={setProposed} />
          <Group grow align="start">
            <VoteInput label={form.votesFor} value={votesFor} onChange={setFor} problem={isOverVoted} />
            <VoteInput label={form.votesCast} value={votesCast} onChange={setCast} problem={false} />
          </Group>
          {mayDecide && <LevelSelect label={form.decided} value={decidedLevel} onChange={setDecided} />}
          <TextInput
            label={form.notRated}
            value={notRated}
            maxLength={200}
            onChange={(event) => setNotRated(event.currentTarget.value)}
          />
          <Textarea
            label={form.note}
            value={note}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {refusal !== null && <ErrorNote code={refusal} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {form.cancel}
            </Button>
            <Button type="submit">{form.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function LevelSelect({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: RatingLevel | null;
  readonly onChange: (level: RatingLevel | null) => void;
}): ReactNode {
  return (
    <Select
      label={label}
      clearable
      value={value}
      data={ratingLevels.map((level) => ({ value: level, label: text.levels[level] }))}
      onChange={(chosen) => onChange(chosen === null ? null : ratingLevelSchema.parse(chosen))}
    />
  );
}

function VoteInput({
  label,
  value,
  onChange,
  problem,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly problem: boolean;
}): ReactNode {
  return (
    <NumberInput
      label={label}
      min={0}
      max={10_000}
      allowDecimal={false}
      value={value ?? ''}
      error={problem ? text.form.badVotes : undefined}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  );
}
