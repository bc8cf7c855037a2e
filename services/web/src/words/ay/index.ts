import type { Labels } from '../catalogue.js';

/** Labels in Aymara. Unverified: nobody who speaks it has reviewed them, and the page where they are chosen says so. */
export const ay: Labels = {
  menu: {
    sell: 'Aljaña',
    myMarket: 'Nayan qhathuja',
    today: 'Jichhüru',
    myWork: 'Lurawija',
    work: 'Lurawi',
    structures: 'Carpanaka',
    markets: 'Qhathunaka',
    products: 'Achunaka',
    me: 'Naya',
  },
};
