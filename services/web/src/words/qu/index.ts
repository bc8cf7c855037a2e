import type { Labels } from '../catalogue.js';

/** Labels in Quechua. Unverified: nobody who speaks it has reviewed them, and the page where they are chosen says so. */
export const qu: Labels = {
  menu: {
    sell: 'Ranqhay',
    myMarket: 'Qhatuy',
    today: 'Kunan p’unchay',
    myWork: 'Llamk’ayniy',
    work: 'Llamk’ay',
    structures: 'Carpakuna',
    markets: 'Qhatukuna',
    products: 'Puquykuna',
    me: 'Ñuqa',
  },
};
