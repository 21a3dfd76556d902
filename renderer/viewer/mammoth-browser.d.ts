declare module 'mammoth/mammoth.browser.min.js' {
  const mammoth: {
    readonly convertToHtml: (
      input: { readonly arrayBuffer: ArrayBuffer },
      options: { readonly externalFileAccess: boolean; readonly ignoreEmptyParagraphs: boolean },
    ) => Promise<{ readonly value: string }>;
  };
  export default mammoth;
}
