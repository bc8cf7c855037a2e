import { Calendar, KeyRound, Sprout, Store, Users, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { ExampleCard } from '../../design/example-card.js';
import { Page } from '../../design/page.js';
import { Pill } from '../../design/notice.js';
import { useRead } from '../../hooks/use-read.js';
import { say, type Word } from '../../words/say.js';

type Step = {
  readonly name: Extract<Word, `start.${string}`>;
  readonly text: Extract<Word, `start.${string}`>;
  readonly path: string;
  readonly sign: LucideIcon;
  readonly isDone: boolean;
};

/** What a new co-op enters before its first market day; each step ticks itself. */
export default function FirstSteps() {
  const one = { query: { limit: 2 } };
  const members = useRead('GET /api/members/v1/members', one);
  const products = useRead('GET /api/inventory/v1/products', one);
  const markets = useRead('GET /api/sales/v1/markets', one);
  const seasons = useRead('GET /api/profit-sharing/v1/seasons', one);
  const users = useRead('GET /api/members/v1/users', one);
  const has = (least: number, { data }: { data: { value: { items: readonly unknown[] } } | undefined }): boolean =>
    (data?.value.items.length ?? 0) >= least;
  const steps: readonly Step[] = [
    { name: 'start.members', text: 'start.membersText', path: '/familias', sign: Users, isDone: has(1, members) },
    { name: 'start.products', text: 'start.productsText', path: '/productos', sign: Sprout, isDone: has(1, products) },
    { name: 'start.markets', text: 'start.marketsText', path: '/ferias', sign: Store, isDone: has(1, markets) },
    { name: 'start.season', text: 'start.seasonText', path: '/gestion', sign: Calendar, isDone: has(1, seasons) },
    { name: 'start.users', text: 'start.usersText', path: '/usuarios', sign: KeyRound, isDone: has(2, users) },
  ];
  return (
    <Page title={say('start.title')}>
      <p>{say('start.intro')}</p>
      <ol className="stack">
        {steps.map(({ name, text, path, sign: Sign, isDone }) => (
          <li key={path}>
            <Link href={path} className="tile wide">
              <span className="row">
                <Sign aria-hidden="true" className="picture" />
                <strong>{say(name)}</strong>
                <Pill kind={isDone ? 'done' : 'waiting'}>{say(isDone ? 'start.isDone' : 'start.isOpen')}</Pill>
              </span>
              <span className="soft">{say(text)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <ExampleCard />
    </Page>
  );
}
