/** What a refusal says: what happened, what is safe, what to do. */
export type ErrorText = { readonly happened: string; readonly safe: string; readonly todo: string };
