import '../test/over-kafka.js';
import '../src/two-coops.spec.js';
