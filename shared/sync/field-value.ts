/** A value that travels: JSON only. Dates are ISO text, absence is `null`. */
export type FieldValue =
  | null
  | boolean
  | number
  | string
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

/** Changed fields by name. */
export type FieldSet = Readonly<Record<string, FieldValue>>;

/** Longest name of a field, in characters. */
const LONGEST_NAME = 40;

/** Whether something from outside is a value that travels: plain objects and lists without holes, of what JSON can say; no object names another prototype. */
export function isFieldValue(value: unknown): value is FieldValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      return Array.isArray(value) ? isList(value) : isPlainObject(value) && holdsValues(value);
    default:
      return false;
  }
}

/** Whether something from outside is a set of fields of an op. By hand: a schema's copy of every field of every op was a third of what reading a request cost. */
export function isFieldSet(value: unknown): value is FieldSet {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlainObject(value)) return false;
  for (const name of Object.keys(value)) if (name === '' || name.length > LONGEST_NAME) return false;
  return holdsValues(value);
}

function isList(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i += 1) if (!isFieldValue(list[i])) return false;
  return true;
}

function holdsValues(object: Readonly<Record<string, unknown>>): boolean {
  for (const key of Object.keys(object)) if (key === '__proto__' || !isFieldValue(object[key])) return false;
  return true;
}

/** Of whichever realm. */
function isPlainObject(value: object): value is Readonly<Record<string, unknown>> {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
