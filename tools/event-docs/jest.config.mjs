import { withKafka } from '../../jest.preset.mjs';
import { leftOut } from '../jest/python-here.mjs';

export default {
  ...withKafka,
  displayName: 'event-docs',
  testPathIgnorePatterns: [...withKafka.testPathIgnorePatterns, ...leftOut],
};
