import { expect, test } from 'vitest';
import { memberDecisionFields } from './member-decision-table.ts';
import { placeholdersIn } from './paper-template.ts';
import { partyTemplates } from './party-template-table.ts';

test.each(['party-decision-admission', 'party-decision-recognition'])(
  '%s asks for the fields a member fills in',
  (id) => {
    const template = partyTemplates.find((each) => each.id === id)!;
    const asked = placeholdersIn(template.abstract, template.content);
    const { officialOn, ...always } = memberDecisionFields;
    for (const field of Object.values(always)) expect(asked).toContain(field);
    expect(asked.includes(officialOn)).toBe(id === 'party-decision-recognition');
  },
);
