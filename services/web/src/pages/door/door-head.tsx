import { Button } from '../../design/button.js';
import { chooseLanguage, language } from '../../words/language.js';
import { say } from '../../words/say.js';

/** What stands over every page of the door. */
export function DoorHead() {
  const other = language() === 'es' ? 'en' : 'es';
  return (
    <div className="row ends">
      <span className="row">
        <img src="/ayni.svg" alt="" width="40" height="40" />
        <strong>{say('frame.productName')}</strong>
      </span>
      <Button
        kind="bare"
        lang={other}
        onClick={() => {
          chooseLanguage(other);
          window.location.reload();
        }}
      >
        {say('frame.language')}
      </Button>
    </div>
  );
}
