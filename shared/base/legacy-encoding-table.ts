/*
 * Where the old Vietnamese 8-bit encodings put their letters. Tables, not rules: checked against iconv and the
 * corpus. `·` stands for a code with no letter of its own.
 */

/** Letters at codes 0x80 to 0xFF of TCVN3 (TCVN 5712:1993 VN1; the `.Vn…` fonts use its lower-case codes for capitals too). */
export const tcvn3HighLetters =
  'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ' +
  '·ĂÂÊÔƠƯĐăâêôơưđẰ·····àảãáạẲằẳẵắẴ' +
  'ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò' +
  'ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

/** Capitals that TCVN 5712 VN1 keeps among the control codes. */
export const tcvn3LowLetters = {
  Ú: 0x01,
  Ụ: 0x02,
  Ừ: 0x04,
  Ử: 0x05,
  Ữ: 0x06,
  Ứ: 0x11,
  Ự: 0x12,
  Ỳ: 0x13,
  Ỷ: 0x14,
  Ỹ: 0x15,
  Ý: 0x16,
  Ỵ: 0x17,
} as const;

/** Letters at codes 0x80 to 0xFF of VISCII 1.1. */
export const visciiHighLetters =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

/** Capitals that VISCII keeps among the control codes. */
export const visciiLowLetters = { Ẳ: 0x02, Ẵ: 0x05, Ẫ: 0x06, Ỷ: 0x14, Ỹ: 0x19, Ỵ: 0x1e } as const;

/** What a Windows-1258 byte means where Windows-1252 shows another letter. Tones are combining marks there. */
export const windows1258Differences = {
  Ã: 'Ă',
  Ð: 'Đ',
  Õ: 'Ơ',
  Ý: 'Ư',
  ã: 'ă',
  ð: 'đ',
  õ: 'ơ',
  ý: 'ư',
  Ì: '\u0300',
  Ò: '\u0309',
  Þ: '\u0303',
  ì: '\u0301',
  ò: '\u0323',
} as const;

/** Characters Windows-1252 shows for bytes 0x80 to 0x9F; `·` where it has none (the C1 control stands there then). */
export const windows1252Characters = '€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ';

/**
 * VNI for Windows (`VNI-Times`): a base letter and a following mark letter, in lower case, plus the letters that
 * stand alone. Capitals follow the same rule with capital mark letters.
 */
export const vniPairs = {
  a: 'øàùáûảõãïạêăèằéắúẳüẵëặââàầáấåẩãẫäậ',
  e: 'øèùéûẻõẽïẹâêàềáếåểãễäệ',
  o: 'øòùóûỏõõïọâôàồáốåổãỗäộ',
  u: 'øùùúûủõũïụ',
  y: 'øỳùýûỷõỹ',
  ô: 'øờùớûởõỡïợ',
  ö: 'øừùứûửõữïự',
} as const;

/** VNI letters that stand alone. */
export const vniSingles = { ô: 'ơ', ö: 'ư', ñ: 'đ', ì: 'ì', í: 'í', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' } as const;
