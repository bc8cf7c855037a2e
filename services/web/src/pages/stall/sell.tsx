import { useState } from 'react';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { Counter } from './counter.js';
import { keepStall, keptStall } from './stall.js';
import { StallChoice } from './stall-choice.js';

/** Selling at a stall: where, once; then product, quantity, charge. It needs no line. */
export default function Sell() {
  const { code, timezone } = useWho().coop;
  const [stall, setStall] = useState(() => keptStall(code));
  const [isChoosing, setChoosing] = useState(false);
  const today = dayIn(timezone, serverNow());

  if (stall === undefined || isChoosing)
    return (
      <Page title={say('stall.title')}>
        <h2>{say('stall.where')}</h2>
        <StallChoice
          stall={stall}
          today={today}
          onChosen={(chosen) => {
            setStall(chosen);
            setChoosing(false);
            keepStall(code, chosen);
          }}
        />
      </Page>
    );
  const day = stall.day === undefined ? say('stall.today') : dayInShort(stall.day);
  return (
    <Page title={say('stall.title')}>
      <div className="row ends">
        <span>
          <strong>{stall.market}</strong> · {day} · {say(`stall.${stall.payment}`)}
        </span>
        <Button onClick={() => setChoosing(true)}>{say('stall.change')}</Button>
      </div>
      <Counter key={`${stall.market} ${stall.payment} ${stall.day ?? ''}`} stall={stall} day={stall.day ?? today} />
    </Page>
  );
}
