/** What stands in a proposal's reason as the source of a value, before the name of the file. */
export const nationalSource = 'Theo CSDL đảng viên quốc gia';
