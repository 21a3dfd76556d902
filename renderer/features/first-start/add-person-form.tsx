import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { staffRoleSchema, type StaffRole } from '#shared/domain/staff/staff-record.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { addStaff } from '#renderer/data/organisation/organisation-repository.ts';
import { firstStartText as text } from '#renderer/messages/first-start.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';

/** People added by hand stand after those the office has put in order. */
const LAST_PLACE = 1000;

/** Name and post of a person who is not in the office's list yet. */
export function AddPersonForm({ onAdded }: { readonly onAdded: (staffId: string) => void }): ReactNode {
  const office = useOffice();
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const [role, setRole] = useState<StaffRole>('clerk');
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const full = normalizeLine(name);
    setProblem(full === '' ? text.fullNameBad : null);
    if (full === '') return;
    setBusy(true);
    const fields = {
      name: splitPersonName(full),
      post: normalizeLine(post) || text.roles[role],
      role,
      unitId: null,
      order: LAST_PLACE,
      active: true,
    };
    const result = await addStaff(office, fields);
    setBusy(false);
    if (result.ok) onAdded(result.value.id);
    else setRefusal(result.error.code);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <TextInput
          label={text.fullName}
          description={text.fullNameHint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem}
          maxLength={120}
          data-autofocus
        />
        <TextInput
          label={text.post}
          value={post}
          onChange={(event) => setPost(event.currentTarget.value)}
          maxLength={120}
        />
        <Select
          label={text.role}
          value={role}
          onChange={(value) => value !== null && setRole(value)}
          data={staffRoleSchema.options.map((each) => ({ value: each, label: text.roles[each] }))}
        />
        {refusal !== null && <ErrorNote code={refusal} />}
        <Button type="submit" loading={busy}>
          {text.addAndStart}
        </Button>
      </Stack>
    </form>
  );
}
