/** What is refused where a resolution is asked for. */
export const OF_RESOLUTIONS = [
  'unknown-reference',
  'resolution-not-carried',
  'resolution-covers-other',
  'resolution-too-early',
  'resolution-used',
] as const;
