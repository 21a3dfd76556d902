/** The faces papers are set in. */
export type PaperFace = 'regular' | 'bold' | 'italic' | 'bold-italic';

/** Bytes of the four TrueType files of Liberation Serif, which has the widths of Times New Roman and every Vietnamese letter. */
export type PaperFonts = Readonly<Record<PaperFace, Uint8Array>>;

/** Width of a text in points, as the face draws it at a size in points. */
export type Measure = (text: string, face: PaperFace, size: number) => number;
