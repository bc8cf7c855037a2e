/** How many dots (width times height) a picture has at the most that is kept: phones take 12 or 24 million. */
export const PICTURE_DOTS_MAX = 25_000_000;
