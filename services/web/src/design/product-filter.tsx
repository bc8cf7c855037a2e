import { useProducts } from '../hooks/use-names.js';
import { say } from '../words/say.js';
import { ChoiceFilter, useFilter } from './filter.js';

/** Which product; all of them where none is chosen. */
export function ProductFilter() {
  const [product, choose] = useFilter('producto');
  const { choices } = useProducts();
  return (
    <ChoiceFilter
      label={say('products.product')}
      none={say('forms.allHe')}
      value={product}
      onChoose={choose}
      choices={choices}
    />
  );
}
