/** Points (1/72 inch) in a millimetre. */
export const MM = 72 / 25.4;

/** On what it is printed: measures in points. */
export type Format = {
  readonly width: number;
  /** None where the paper is cut after what was printed. */
  readonly height: number | undefined;
  readonly margin: number;
  /** Sizes of letters. */
  readonly text: number;
  readonly small: number;
  readonly section: number;
  readonly title: number;
  readonly figure: number;
  readonly qr: number;
};

export const A4: Format = {
  width: 210 * MM,
  height: 297 * MM,
  margin: 16 * MM,
  ...{ text: 10.5, small: 9, section: 13, title: 20, figure: 34 },
  qr: 27 * MM,
};

/** The roll of a printer at a till: 80 mm, of which 72 are printed. */
export const ROLL: Format = {
  width: 80 * MM,
  height: undefined,
  margin: 4 * MM,
  ...{ text: 8.5, small: 7.5, section: 10, title: 12, figure: 22 },
  qr: 34 * MM,
};
