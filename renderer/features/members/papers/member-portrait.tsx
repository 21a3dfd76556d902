import { Avatar } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MemberRow } from '#renderer/data/rows.ts';
import { memberPapersText } from '#renderer/messages/member-papers-list.ts';
import classes from './member-portrait.module.css';
import { usePortrait } from './use-portrait.ts';

/** A member's portrait in the shape 3×4; the letters of the name where there is none, or where its file has not come to this PC. */
export function MemberPortrait({ row }: { readonly row: MemberRow }): ReactNode {
  const portrait = usePortrait(row.photoHash);
  const text = memberPapersText.portrait;
  if (portrait?.kind === 'here')
    return <img className={classes.picture} src={portrait.url} alt={text.alt(row.name.full)} />;
  const why = portrait?.kind === 'not-here' ? text.notHere : undefined;
  return (
    <Avatar
      className={classes.picture ?? ''}
      radius="md"
      color="brand"
      {...(why === undefined ? { 'aria-hidden': true } : { title: why, role: 'img', 'aria-label': why })}
    >
      {initials(row)}
    </Avatar>
  );
}

/** First letters of the last two words of the name, as people here call each other. */
function initials(row: MemberRow): string {
  const { middle, given, family } = row.name;
  const before = middle.split(' ').at(-1) ?? '';
  return `${(before === '' ? family : before).charAt(0)}${given.charAt(0)}`.toLocaleUpperCase('vi');
}
