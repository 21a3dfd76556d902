/** Prefixes of the 11-digit mobile numbers of before 2018 and what they became. */
const renumbered: Readonly<Record<string, string>> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

/**
 * A Vietnamese telephone number as it is stored: digits only, `0` first; +84 is taken off and 11-digit mobile numbers of
 * before 2018 get their new prefix. Returns undefined when the text is no such number: it is then kept as typed.
 */
export function findPhoneNumber(typed: string): string | undefined {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s().-]/g, '')
    .replace(/^(?:\+|00)84(?=\d{9,10}$)/, '0');
  if (!/^0\d{9,10}$/.test(digits)) return undefined;
  const old = digits.length === 11 ? renumbered[digits.slice(0, 4)] : undefined;
  const number = old === undefined ? digits : old + digits.slice(4);
  return /^0[35789]\d{8}$/.test(number) || /^02\d{9}$/.test(number) ? number : undefined;
}

/** A stored number in groups for reading: `0912 345 678`, `0205 3812 345`; anything else as it is. */
export function formatPhoneNumber(number: string): string {
  if (/^0[35789]\d{8}$/.test(number)) return `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;
  if (/^02\d{9}$/.test(number)) return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`;
  return number;
}
