/** A family by its name, with its code beside it: several are called the same. */
export function FamilyName({ household, name }: { household: string; name: string | null }) {
  if (name === null) return household;
  return (
    <>
      {name} <span className="soft">{household}</span>
    </>
  );
}
