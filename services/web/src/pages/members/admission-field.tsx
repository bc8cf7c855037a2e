import { ResolutionChoice } from '../../design/resolution-choice.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';

/** Which resolution admits her, where the co-op admits nobody without one: those that admit somebody, by her number. */
export function AdmissionField({ at, member }: { readonly at: string; readonly member?: string }) {
  const rules = useRead('GET /api/members/v1/assembly-rules/current', {});
  const isAsked = rules.data?.value.admission === 'by-resolution';
  const resolutions = useWhole('GET /api/members/v1/resolutions', {}, { when: isAsked }).data?.value;
  if (!isAsked) return null;
  const admitting = resolutions?.flatMap(({ number, subject, carried, covers }) => {
    const admitted = covers.flatMap((thing) => (thing.kind === 'admission' ? [thing.member ?? ''] : []));
    const isHers = member === undefined ? admitted.length > 0 : admitted.includes(member);
    return carried && isHers ? [{ value: number, label: `${number}: ${subject} (${admitted.join(', ')})` }] : [];
  });
  return (
    <ResolutionChoice
      at={at}
      label={say('members.admittedBy')}
      hint={say('members.admittedByHint')}
      choices={admitting}
    />
  );
}
