import { Menu, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { parseDocumentSymbol, suggestDocumentTypes } from '#shared/domain/document/document-symbol.ts';
import { documentTypes, findDocumentType } from '#shared/domain/document/document-type-table.ts';
import { documentFieldLabels as labels } from '#renderer/messages/record-fields.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import { typeOfDraft, type DocumentDraft } from './document-draft.ts';
import classes from './register.module.css';

type SymbolFieldProps = {
  readonly values: DocumentDraft;
  readonly onChange: (change: Partial<DocumentDraft>) => void;
  readonly error: string | undefined;
  readonly className: string | undefined;
};

/** Number and symbol, in any sloppy form, put right when left; below it the type it says the paper is. */
export function SymbolField({ values, onChange, error, className }: SymbolFieldProps): ReactNode {
  const suggested = values.symbol.trim() === '' ? [] : suggestDocumentTypes(parseDocumentSymbol(values.symbol));
  const typeId = typeOfDraft(values);
  const type = typeId === null ? undefined : findDocumentType(typeId);
  const rest = documentTypes.filter((each) => !suggested.includes(each));
  return (
    <div>
      <TextInput
        label={labels.symbol}
        value={values.symbol}
        error={error}
        className={className ?? ''}
        classNames={{ input: classes.symbol ?? '' }}
        placeholder={text.symbolHint}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => onChange({ symbol: event.currentTarget.value })}
        onBlur={() => values.symbol.trim() !== '' && onChange({ symbol: parseDocumentSymbol(values.symbol).display })}
      />
      <Menu position="bottom-start" shadow="md" width="18rem">
        <Menu.Target>
          <UnstyledButton className={classes.typeHint} title={text.type}>
            {type === undefined ? (values.symbol.trim() === '' ? text.type : text.typeUnknown) : text.typeOf(type.name)}
            <IconChevronDown size="0.875rem" aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.typeMenu ?? ''}>
          {suggested.map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => onChange({ typeId: id })}>
              <strong>{name}</strong>
            </Menu.Item>
          ))}
          {suggested.length > 0 && <Menu.Divider />}
          {rest.map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => onChange({ typeId: id })}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
