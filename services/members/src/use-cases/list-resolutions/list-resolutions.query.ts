import { Listing } from '@ayni/http/listing';

export const resolutions = new Listing({
  name: 'resolutions',
  from: 'resolutions r',
  alias: 'r',
  columns: {
    number: 'r.number',
    adoptedOn: 'r.adopted_on',
    subject: 'r.subject',
    votesFor: 'r.votes_for',
    votesAgainst: 'r.votes_against',
    abstentions: 'r.abstentions',
    carried: 'r.votes_for > r.votes_against',
  },
  order: ['r.adopted_on', 'r.number'],
  day: 'r.adopted_on',
});
