/** Rows under the member whom they are of, in the order that they came in. */
export function byMember<Row extends { readonly member: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.member, [...(groups.get(row.member) ?? []), row]);
  return groups;
}
