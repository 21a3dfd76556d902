import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMMITTEE_SUFFIX } from '#shared/domain/register/body-suffix-table.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import type { BookLease } from '#renderer/data/registers/book-lease.ts';
import { openRegister } from '#renderer/data/registers/register-repository.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useIntroductionBook } from '#renderer/data/transfers/use-transfers.ts';
import { stockText as text } from '#renderer/messages/form-stock.ts';
import { rightsText } from '#renderer/messages/rights.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { routes } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from '../transfers.module.css';

/** The book of introductions: who numbers in it, or how it is opened. */
export function BookCard(): ReactNode {
  const office = useOffice();
  const book = useIntroductionBook();
  const units = useUnits();
  const { may, roles } = useMay('register.edit');
  if (book === undefined) return null;
  const open = async (): Promise<void> => {
    const committee = (units ?? []).find(({ kind, validTo }) => kind === 'committee' && validTo === null);
    const opened = await openRegister(office, {
      book: 'outgoing',
      name: text.bookName,
      bodyId: committee?.id ?? null,
      regime: 'party',
      suffix: COMMITTEE_SUFFIX,
      counting: 'type-year',
      origin: '',
    });
    if (opened.ok) notifyDone(text.opened);
    else notifyError(opened.error.code);
  };
  return (
    <section className={classes.card} aria-labelledby="introduction-book">
      <div className={classes.cardRow}>
        <div>
          <Title order={2} size="h4" id="introduction-book">
            {text.bookTitle}
          </Title>
          <p>{book === null ? text.bookMissing : leaseWords(book.lease)}</p>
        </div>
        {book !== null ? (
          <Button component="a" variant="default" href={`#${routes.numbers()}`}>
            {text.toNumbers}
          </Button>
        ) : may ? (
          <WriteButton onClick={() => void open()}>{text.openBook}</WriteButton>
        ) : (
          <span>{rightsText.whoMay(roles)}</span>
        )}
      </div>
    </section>
  );
}

function leaseWords({ holder, holderName }: BookLease): string {
  switch (holder) {
    case 'this-pc':
      return text.bookHere;
    case 'other-pc':
      return text.bookThere(holderName ?? '');
    case 'asked':
      return text.bookAsked;
    case 'nobody':
      return text.bookNobody;
  }
}
