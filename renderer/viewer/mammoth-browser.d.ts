declare module 'mammoth/mammoth.browser.min.js' {
  const mammoth: {
    readonly convertToHtml: (
      input: { readonly arrayBuffer: ArrayBuffer },
      options: { readonly externalFileAccess: boolean; readonly ignoreEmptyParagraphs: boolean },
    ) => Promise<{ readonly value: string }>;
  };
  // eslint-disable-next-line no-restricted-syntax -- it describes a package that has no other export
  export default mammoth;
}
