import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react';
import type { Fault, Problem } from '../api/problem.js';
import { forgetDraft, keepDraft, readDraft, type Draft } from '../offline/drafts.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { ProblemNotice } from './problem-notice.js';

/** What was typed into a form, by the names of its fields. */
export class Typed {
  constructor(private readonly form: FormData) {}

  /** What stands in a field, trimmed; empty where nothing does. */
  text(name: string): string {
    const value = this.form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  /** A part of a body for a field that may be left out: it is left out where nothing was typed. */
  optional<Name extends string>(name: Name): { readonly [name in Name]?: string } {
    const value = this.text(name);
    // an object of one name
    return value === '' ? {} : ({ [name]: value } as { readonly [name in Name]: string });
  }

  isChecked(name: string): boolean {
    return this.form.get(name) !== null;
  }

  all(name: string): readonly string[] {
    return this.form.getAll(name).filter((value) => typeof value === 'string');
  }
}

type Open = {
  /** What is wrong with what stands at a pointer, or below it, until the field is changed. */
  readonly faultAt: (pointer: string, field: string) => string | undefined;
  /** A field that shows the faults of a pointer. @returns what to call when it goes */
  readonly claim: (pointer: string) => () => void;
  /** What was typed before the page was loaded again. */
  readonly draftOf: (name: string) => string | undefined;
  /** Keeps what stands in the form, where somebody has typed into it. */
  readonly keep: () => void;
};

const FormContext = createContext<Open>({
  faultAt: () => undefined,
  claim: () => () => undefined,
  draftOf: () => undefined,
  keep: () => undefined,
});

export const useForm = (): Open => useContext(FormContext);

type FormProps = {
  /** Sends what was typed. @returns whether it was done: then the form is emptied */
  readonly onSend: (typed: Typed) => Promise<boolean>;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  /** What the button says that sends it. */
  readonly send: string;
  /** Under which name what is typed survives a reload of the page; nothing is kept where left out. */
  readonly draft?: string;
  /** Said once it was done. */
  readonly done?: string;
  readonly children: ReactNode;
};

const isAt = ({ pointer }: Fault, place: string): boolean => pointer === place || pointer.startsWith(`${place}/`);

/** A form. Each refusal stands at the field that it is about; what is about none stands above. */
export function Form({ onSend, problem, busy, send, draft, done, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  /** The fields that she typed into since the form was opened. */
  const own = useRef(new Set<string>());
  const [claimed, setClaimed] = useState<readonly string[]>([]);
  const [isDone, setDone] = useState(false);
  // which fields were changed since which refusal: what was said of them is not true of what stands there now
  const [changed, setChanged] = useState<{ since: Problem | undefined; names: readonly string[] }>();
  const [kept] = useState(() => (draft === undefined ? new Map<string, string>() : readDraft(draft)));

  const claim = useCallback((pointer: string) => {
    setClaimed((before) => [...before, pointer]);
    return () => setClaimed((before) => before.filter((other) => other !== pointer));
  }, []);
  const keep = useCallback(() => {
    if (own.current.size === 0 || draft === undefined || form.current === null) return;
    const typed = draftIn(form.current);
    const others = [...kept].filter(([name]) => !own.current.has(name));
    keepDraft(draft, [...typed, ...stillToCome(form.current, typed, others)]);
  }, [draft, kept]);
  const open = useMemo<Open>(
    () => ({
      faultAt: (pointer, field) =>
        changed?.since === problem && changed?.names.includes(field) === true
          ? undefined
          : problem?.faults.find((fault) => isAt(fault, pointer))?.detail,
      claim,
      draftOf: (name) => kept.get(name),
      keep,
    }),
    [problem, changed, claim, kept, keep],
  );
  const isElsewhere = problem?.faults.some((fault) => !claimed.some((pointer) => isAt(fault, pointer))) ?? false;

  useEffect(() => {
    // whoever hears the page or types has the first wrong field at hand
    if (problem !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || form.current === null) return;
    setDone(false);
    if (!(await onSend(new Typed(new FormData(form.current))))) return;
    own.current.clear();
    if (draft !== undefined) forgetDraft(draft);
    kept.clear();
    form.current?.reset();
    setDone(true);
  };
  return (
    <FormContext value={open}>
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => void submit(event)}
        onInput={({ target }) => {
          if (isDone) setDone(false);
          const name =
            target instanceof Element ? (target.getAttribute('name') ?? target.getAttribute('data-name')) : null;
          if (problem !== undefined && name !== null)
            setChanged((before) => ({
              since: problem,
              names: before?.since === problem ? [...before.names, name] : [name],
            }));
          own.current.add(name ?? '');
          keep();
        }}
      >
        {problem !== undefined && (problem.passes || isElsewhere) ? <ProblemNotice problem={problem} /> : null}
        {isDone && done !== undefined ? (
          <Notice kind="done">
            <p>{done}</p>
          </Notice>
        ) : null}
        {children}
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {send}
          </Button>
        </div>
      </form>
    </FormContext>
  );
}

/** As what a draft keeps whether a box is ticked: what is sent of one that is not says nothing. */
export const tickOf = (name: string, value = 'on'): string => `${name} ${value} ticked`;

/** As what a draft keeps what stands in a field of which something else is sent: what was understood of it, or nothing. */
export const typedOf = (name: string): string => `${name} typed`;

/**
 * What was restored and has no place yet: of a field, or a choice in one, that comes with what is still being fetched. It
 * is not lost where she types elsewhere meanwhile.
 */
function stillToCome({ elements }: HTMLFormElement, typed: Draft, restored: Draft): Draft {
  const there = new Set(typed.map(([name]) => name));
  return restored.filter(([name, value]) => {
    const field = elements.namedItem(name);
    if (field instanceof HTMLSelectElement) return [...field.options].every((option) => option.value !== value);
    return field === null && !there.has(name);
  });
}

/** What a draft keeps of a form: never a password. */
function draftIn(form: HTMLFormElement): Draft {
  const secret = [...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ name }) => name);
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox][name]')];
  const read = [...form.querySelectorAll<HTMLInputElement>('input[data-name]')];
  return [
    ...[...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && !secret.includes(name) ? [[name, value] as const] : [],
    ),
    ...boxes.map(({ name, value, checked }) => [tickOf(name, value), String(checked)] as const),
    ...read.map(({ dataset, value }) => [typedOf(dataset['name'] ?? ''), value] as const),
  ];
}
