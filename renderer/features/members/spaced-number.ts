/** Card and file numbers in groups, so that they can be read aloud: `86 104 227`, `104 882 LS`. Others stay as they are. */
export function spacedNumber(number: string): string {
  const match = /^(\d{2})(\d{3})(\d{3})$/.exec(number) ?? /^(\d{3})(\d{3})([A-ZĐ]{1,3})$/.exec(number);
  return match === null ? number : match.slice(1).join(' ');
}
