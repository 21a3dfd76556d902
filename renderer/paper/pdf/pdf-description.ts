/** What a PDF says of itself. `title` is shown in the window instead of the file name. `createdAt` is passed in: the same paper gives the same bytes. */
export type PdfDescription = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: Date;
};
